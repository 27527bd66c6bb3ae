using System.Text.Json;
using System.Xml.Linq;
using Incidents.Application.Notifications;
using Incidents.Application.Paging.Channels;
using static Incidents.Application.Tests.Paging.Channels.Messages;

namespace Incidents.Application.Tests.Paging.Channels;

/// <summary>A page without an incident says what broke and names no number, link or command that would lead nowhere.</summary>
public sealed class DegradedTextTests
{
    private const string Advice = "The store gives no answer: there is nothing to acknowledge yet.";

    private static PageMessage Degraded(string title = "checkout-5xx") => Page(title) is var page ? page with { Briefing = page.Briefing with { Degraded = Advice } } : page;

    public static TheoryData<string, string> Texts
    {
        get
        {
            var message = Degraded();
            var (push, mail) = (PushText.Of(message), EmailText.Of(message));
            return new()
            {
                { "sms", SmsText.Of(message) },
                { "push", $"{push.Title}\n{push.Body}" },
                { "mail", $"{mail.Subject}\n{mail.Text}" },
                { "call", XElement.Parse(VoiceText.Of(message)).Value },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void V13_DegradedPage_OnEveryChannel_SaysWhatBroke_AndThatThereIsNothingToAcknowledge(string kind, string text)
    {
        Assert.Contains(kind == "call" ? "checkout 5xx" : "checkout-5xx", text, StringComparison.Ordinal);
        Assert.Contains("nothing to acknowledge yet", text, StringComparison.Ordinal);
        Assert.DoesNotContain("INC-", text, StringComparison.Ordinal);
        Assert.DoesNotContain("incidents ack", text, StringComparison.Ordinal);
    }

    [Fact]
    public void V13_DegradedPage_AsAText_WithALongTitle_FitsIntoTwoSegments() =>
        Assert.InRange(SmsText.Septets(SmsText.Of(Degraded(new string('{', 2_000)))), 200, SmsText.Longest);

    [Fact]
    public void V13_DegradedPage_AsAWebhook_HasATypeOfItsOwn_AndNoNumber()
    {
        using var json = JsonDocument.Parse(WebhookJson.Of(Degraded()));

        Assert.Equal("degraded", json.RootElement.GetProperty("type").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("incident").GetProperty("number").ValueKind);
        Assert.Equal(Advice, json.RootElement.GetProperty("text").GetString());
    }
}
