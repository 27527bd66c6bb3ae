using System.Text.Json;
using Incidents.Application.Json;
using Incidents.Domain.Alarms;

namespace Incidents.Application.Alarms.Notes;

/// <summary>An event of EventBridge, or of a notification rule, which spells one field differently and has no id.</summary>
/// <param name="Type">Its `detail-type`.</param>
/// <param name="Identity">What its repeats share where its content names nothing.</param>
internal sealed record SentEvent(string Type, string Source, JsonElement Root, JsonElement Detail, string Identity)
{
    /// <summary>Null for JSON that is no event.</summary>
    public static SentEvent? Of(JsonElement root, AlarmMessage message) =>
        root.Text("detail-type", "detailType") is not { } type ? null : new(
            type,
            root.Text("source") ?? "",
            root,
            root.Field("detail") ?? default,
            root.Text("id") ?? message.Identity());

    /// <summary>ARNs, mostly; what is no text is left out.</summary>
    public IReadOnlyList<string> Resources => [.. Root.Field("resources").Items().Select(item => item.AsText()).OfType<string>()];

    /// <summary>Account and region; null when it says neither.</summary>
    public AlarmOrigin? Origin => (Root.Text("region"), Root.Text("account")) switch
    {
        (null, null) => Arn.Origin(Resources),
        var (region, account) => new AlarmOrigin(
            Arn.Origin(Resources)?.Partition ?? "aws", region ?? "", account is not null && AlarmArn.IsAccount(account) ? account : ""),
    };
}
