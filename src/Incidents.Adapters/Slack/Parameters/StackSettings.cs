using System.Text.Json;
using System.Text.Json.Serialization;

namespace Incidents.Adapters.Slack.Parameters;

/// <summary>What the parameters of the stack say, as `template.yaml` writes it to Parameter Store.</summary>
/// <param name="PublicUrl">Address of the HTTP API; empty where there is none.</param>
/// <param name="AlarmAccounts">Ids of the accounts whose alarms are taken, separated by commas; empty takes those of any.</param>
/// <param name="TextReplyTopic">ARN of the topic that brings replies to texts; empty where the stack takes none.</param>
/// <param name="Before">Where secrets were before they had fixed names.</param>
public sealed record StackSettings(string PublicUrl = "", string AlarmAccounts = "", string TextReplyTopic = "", OldPlaces? Before = null)
{
    /// <returns>Null for what the template does not write.</returns>
    public static StackSettings? Read(string? json)
    {
        try
        {
            return string.IsNullOrEmpty(json) ? null : JsonSerializer.Deserialize(json, StackSettingsJson.Default.StackSettings);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether alarms of an account are taken.</summary>
    public bool Takes(string account) => AlarmAccounts.Length == 0 || AlarmAccounts.Split(',', StringSplitOptions.TrimEntries).Contains(account);
}

/// <summary>Names of parameters outside the stack's folder, each read while the folder does not have it.</summary>
/// <param name="Secrets">Names or ARNs, separated by commas.</param>
public sealed record OldPlaces(string SlackWebhook = "", string SlackSigningSecret = "", string SlackSigningSecretPrevious = "", string Secrets = "")
{
    /// <summary>Where a parameter was; null when that is not known.</summary>
    /// <param name="name">As it is named today.</param>
    public string? Of(string name, SlackParameters today) =>
        name == today.Webhook ? Given(SlackWebhook)
        : name == today.SigningSecret ? Given(SlackSigningSecret)
        : name == today.PreviousSigningSecret ? Given(SlackSigningSecretPrevious)
        : Secrets.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(NameIn).FirstOrDefault(old => old != name && LastPart(old) == LastPart(name));

    private static string? Given(string name) => name.Length > 0 ? name : null;

    private static string LastPart(string name) => name[(name.LastIndexOf('/') + 1)..];

    // arn:aws:ssm:eu-west-1:123456789012:parameter/incidents/slack-webhook-payments: the name begins with its slash.
    private static string NameIn(string arn) => arn[Math.Max(0, arn.IndexOf('/', StringComparison.Ordinal))..];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StackSettings))]
internal sealed partial class StackSettingsJson : JsonSerializerContext;
