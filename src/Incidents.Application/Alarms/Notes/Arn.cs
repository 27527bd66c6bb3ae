using Incidents.Domain.Alarms;

namespace Incidents.Application.Alarms.Notes;

/// <summary>The ARNs of what other senders write about.</summary>
internal static class Arn
{
    /// <summary>The name inside an ARN: what stands behind its last slash or colon; any other text is its own name.</summary>
    public static string? Name(string? text) =>
        text?.Split(':', 6) is ["arn", _, _, _, _, { Length: > 0 } resource] ? resource[(resource.LastIndexOfAny(['/', ':']) + 1)..] : text;

    /// <summary>Account and region of the first ARN that names either; null when none does.</summary>
    public static AlarmOrigin? Origin(params IEnumerable<string?> texts) =>
        texts.Select(text => text?.Split(':', 6) is ["arn", var partition, _, var region, var account, _] && (region.Length > 0 || AlarmArn.IsAccount(account))
            ? new AlarmOrigin(partition, region, AlarmArn.IsAccount(account) ? account : "")
            : null).FirstOrDefault(origin => origin is not null);
}
