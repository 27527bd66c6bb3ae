using System.Text.Json;
using System.Xml.Linq;
using Incidents.Application.Paging.Channels;
using Incidents.Domain;
using static Incidents.Application.Tests.Paging.Channels.Messages;

namespace Incidents.Application.Tests.Paging.Channels;

/// <summary>Mails, calls, pushes and webhooks: what each says, and that nobody's words break out of it.</summary>
public sealed class PageTextTests
{
    [Fact]
    public void Email_SaysWhatBrokeAndWhereToAcknowledge()
    {
        var mail = EmailText.Of(Page(link: Link));

        Assert.Equal("INC-142 Sev1 Checkout: checkout-5xx", mail.Subject);
        Assert.EndsWith($"Acknowledge: {Link}\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{Link}\"", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Email_WithHostileWords_EscapesThem_AndForgesNoHeader()
    {
        var mail = EmailText.Of(Page(Hostile, service: Hostile));

        Assert.DoesNotContain(mail.Subject, char.IsControl);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("\nBcc:", mail.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x&gt; &amp; &quot;quoted&quot;", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Voice_SaysWhatBrokeTwice_AndHowToAcknowledge()
    {
        var said = XDocument.Parse(VoiceText.Of(Page())).Root!.Value;

        Assert.Equal(3, said.Split("Severity 1, Checkout. checkout 5xx.").Length);
        Assert.EndsWith("To acknowledge, press Acknowledge in Slack.", said, StringComparison.Ordinal);
        Assert.Contains("open the link", VoiceText.Of(Page(link: Link)), StringComparison.Ordinal);
        Assert.DoesNotContain("1Zkq0", VoiceText.Of(Page(link: Link)), StringComparison.Ordinal);
    }

    [Fact]
    public void Voice_WithHostileWords_IsStillOneDocument_ShorterThanAwsTakes()
    {
        var ssml = VoiceText.Of(Page(Hostile + new string('<', 3_000), service: Hostile));

        Assert.Equal("speak", XDocument.Parse(ssml).Root!.Name.LocalName);
        Assert.InRange(ssml.Length, 1, 6_000);
    }

    [Theory]
    [InlineData(Urgency.High, true)]
    [InlineData(Urgency.Low, false)]
    public void Push_RingsByUrgency(Urgency urgency, bool rings)
    {
        var push = PushText.Of(Page(Hostile, Link, urgency: urgency));

        Assert.Equal(("Sev1 Checkout · INC-142", rings, Link), (push.Title, push.IsUrgent, push.Link));
        Assert.DoesNotContain(push.Body, letter => char.IsControl(letter) && letter != '\n');
    }

    [Fact]
    public void Push_ALongPage_StaysShorterThanPushoverTakes() => Assert.InRange(PushText.Of(Page(new string('x', 5_000), mayBeRepeat: true)).Body.Length, 1, 1_024);

    [Fact]
    public void Webhook_TellsTheWholePage()
    {
        using var json = JsonDocument.Parse(WebhookJson.Of(Page(Hostile + "\ud800", Link, mayBeRepeat: true)));
        var root = json.RootElement;

        Assert.Equal(("page", "INC-142.7", 1, true), (root.GetProperty("type").GetString(), root.GetProperty("key").GetString(), root.GetProperty("attempt").GetInt32(), root.GetProperty("mayBeRepeat").GetBoolean()));
        Assert.Equal(Link.AbsoluteUri, root.GetProperty("acknowledgeUrl").GetString());
        Assert.Equal(("ana", "Ana Ruiz"), (root.GetProperty("person").GetProperty("id").GetString(), root.GetProperty("person").GetProperty("name").GetString()));
        Assert.Equal(("INC-142", "Sev1", "2026-09-14T11:18:52Z"), (Of("number"), Of("severity"), Of("triggeredAt")));
        Assert.DoesNotContain(Of("title")!, char.IsControl);
        Assert.Equal("eu-west-1", root.GetProperty("alarm").GetProperty("region").GetString());

        string? Of(string field) => root.GetProperty("incident").GetProperty(field).GetString();
    }

    [Fact]
    public void EveryText_ThatMayBeARepeat_SaysSo()
    {
        var page = Page(mayBeRepeat: true);

        Assert.Contains("may be a repeat", EmailText.Of(page).Text, StringComparison.Ordinal);
        Assert.Contains("may be a repeat", EmailText.Of(page).Html, StringComparison.Ordinal);
        Assert.Contains("may be a repeat", PushText.Of(page).Body, StringComparison.Ordinal);
        Assert.Contains("You may have had this call before.", VoiceText.Of(page), StringComparison.Ordinal);
    }
}
