using Incidents.Adapters.CommandLine.Inspection;
using Incidents.Adapters.Slack.Parameters;
using Incidents.Domain.Configuration;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>Whether Parameter Store has the secrets of the stack and those that the configuration names, encrypted and in the stack's folder. No value is read.</summary>
internal static class SecretsCheck
{
    public static async Task<IReadOnlyList<Finding>> Look(StackCheckContext context, CancellationToken cancellation)
    {
        var names = new SlackParameters(context.Name);
        var before = Before(context);
        var wanted = Wanted(context, names).DistinctBy(one => one.Name).Select(one => (One: one, Old: before.Of(one.Name, names))).ToList();
        string[] asked = [.. wanted.Select(w => w.One.Name), .. wanted.Select(w => w.Old).OfType<string>()];
        var kinds = await new ParameterReader(context.Account).Kinds(asked, cancellation);
        return [.. wanted.Select(w => Judge(w.One, kinds, w.Old))];
    }

    /// <summary>Where an earlier version was configured to look.</summary>
    public static OldPlaces Before(StackCheckContext context) => new(
        context.Parameter("SlackWebhookParameter"), context.Parameter("SlackSigningSecretParameter"), context.Parameter("PreviousSlackSigningSecretParameter"),
        $"{context.Parameter("SlackChannelWebhookParameterArns")},{context.Parameter("ChannelSecretParameterArns")}");

    private static IEnumerable<(string Name, string? Whose)> Wanted(StackCheckContext context, SlackParameters names) =>
    [
        (names.Webhook, null),
        (names.SigningSecret, null),
        .. context.Configuration is { Heartbeats.Count: > 0 } ? [(names.HeartbeatKey, (string?)"jobs send heartbeats by it, and none is let in without")] : Array.Empty<(string, string?)>(),
        .. context.Configuration is { } settings ? NamedSecrets.Of(settings).Select(named => (names.Named(named.Secret), (string?)$"{named.Whose} is reached by {named.Secret}")) : [],
    ];

    private static Finding Judge((string Name, string? Whose) wanted, IReadOnlyDictionary<string, string> kinds, string? old) => kinds.GetValueOrDefault(wanted.Name) switch
    {
        null when old is not null && kinds.GetValueOrDefault(old) is "SecureString" => new Finding(
            Level.Warning, $"{old} is read because there is no {wanted.Name}: the next version looks there alone", $"{Put(wanted.Name)}, with the same value"),
        null => new Finding(Level.Error, $"{(wanted.Whose is null ? "" : $"{wanted.Whose}: ")}there is no parameter {wanted.Name}", Put(wanted.Name)),
        "SecureString" => new Finding(Level.Good, $"{wanted.Name} is a SecureString"),
        var kind => new Finding(Level.Error, $"{wanted.Name} is a {kind}: whoever may list parameters can read it", $"take it for known and make a new secret; aws ssm delete-parameter --name {wanted.Name}, then {Put(wanted.Name)}"),
    };

    private static string Put(string name) => $"aws ssm put-parameter --type SecureString --name {name} --value …";
}
