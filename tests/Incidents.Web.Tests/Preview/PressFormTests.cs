using System.Net;
using System.Text;
using System.Text.Json;
using Incidents.Domain.Configuration;
using Incidents.Tests;
using Incidents.Web.Preview;
using NodaTime;

namespace Incidents.Web.Tests.Preview;

public class PressFormTests
{
    [Fact]
    public void Form_HasEveryFieldThatARealPressHas()
    {
        using var real = JsonDocument.Parse(Payload.Text("slack/block-actions-acknowledge-payload.json"));
        var message = new PreviewMessage(3, "default", Instant.FromUtc(2026, 9, 14, 11, 18), real.RootElement.GetProperty("message").Clone(), [], []);
        var press = new PreviewInteraction(
            message,
            PreviewModel.ButtonsOf(message).First(),
            new Presser("U0ANA00001", "Ana"),
            new SlackSettings { TeamId = "T9TK3CUKW", AppId = "AABA1ABCD" },
            new Uri("http://127.0.0.1:8080/dev/slack/respond/abc"),
            Instant.FromUtc(2026, 9, 14, 11, 20));

        var form = Encoding.UTF8.GetString(press.ToForm());
        using var ours = JsonDocument.Parse(WebUtility.UrlDecode(form["payload=".Length..]));

        Assert.Equal(Shape(real.RootElement).Except(["/token"]), Shape(ours.RootElement).Except([]));
        Assert.Equal("1789384680.000003", ours.RootElement.GetProperty("container").GetProperty("message_ts").GetString());
        Assert.Equal(
            """{"v":1,"i":"INC-2026-0042","a":"ack"}""",
            ours.RootElement.GetProperty("actions")[0].GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("static_select", "\"placeholder\":{\"type\":\"plain_text\",\"text\":\"Snooze\"},")]
    [InlineData("overflow", "")]
    public void Form_OfAChoice_HasTheOptionAndNotTheOthers(string type, string placeholder)
    {
        using var payload = JsonDocument.Parse(
            $$$"""
            {"text":"x","blocks":[{"type":"actions","elements":[{"type":"{{{type}}}","action_id":"incident_snooze",{{{placeholder}}}
            "options":[{"text":{"type":"plain_text","text":"one"},"value":"1"},{"text":{"type":"plain_text","text":"two"},"value":"2"}]}]}]}
            """);
        var message = new PreviewMessage(3, "default", Instant.FromUtc(2026, 9, 14, 11, 18), payload.RootElement.Clone(), [], []);
        var menu = PreviewModel.ButtonsOf(message).Single();
        var press = new PreviewInteraction(message, menu, new Presser("U1", "Ana"), new SlackSettings(), new Uri("http://127.0.0.1:8080/x"), Instant.FromUtc(2026, 9, 14, 11, 20)) { Option = 1 };

        var form = Encoding.UTF8.GetString(press.ToForm());
        using var ours = JsonDocument.Parse(WebUtility.UrlDecode(form["payload=".Length..]));
        var action = ours.RootElement.GetProperty("actions")[0];

        Assert.Equal((string[])["one", "two"], menu.Options);
        Assert.Equal("2", action.GetProperty("selected_option").GetProperty("value").GetString());
        Assert.Equal((type, "b0"), (action.GetProperty("type").GetString(), action.GetProperty("block_id").GetString()));
        Assert.False(action.TryGetProperty("options", out _) || action.TryGetProperty("value", out _));
    }

    /// <summary>The paths of an object's own fields and of those one level below; how blocks look is the card's affair.</summary>
    private static IEnumerable<string> Shape(JsonElement root) => root.EnumerateObject()
        .SelectMany(field => field.Value.ValueKind == JsonValueKind.Object
            ? field.Value.EnumerateObject().Select(inner => $"/{field.Name}/{inner.Name}")
            : [$"/{field.Name}"])
        .Order(StringComparer.Ordinal);
}
