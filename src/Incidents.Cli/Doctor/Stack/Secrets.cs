using Incidents.Adapters.Aws.Inspection;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>Whether Parameter Store has what the stack was told the names of, encrypted. No value is read.</summary>
internal static class Secrets
{
    private static readonly string[] Slack = ["SlackWebhookParameter", "SlackSigningSecretParameter", "PreviousSlackSigningSecretParameter"];

    public static async Task<IReadOnlyList<Finding>> Look(StackVisit visit, CancellationToken cancellation)
    {
        string[] names =
        [
            .. Slack.Select(visit.Parameter).Where(name => name.Length > 0),
            .. visit.NamesIn("SlackChannelWebhookParameterArns"),
            .. visit.NamesIn("ChannelSecretParameterArns"),
        ];
        var kinds = await new ParameterReader(visit.Account).Kinds(names, cancellation);
        return [.. names.Distinct().Select(name => Judge(name, kinds.GetValueOrDefault(name)))];
    }

    private static Finding Judge(string name, string? kind) => kind switch
    {
        "SecureString" => new Finding(Level.Good, $"{name} is a SecureString"),
        null => new Finding(Level.Error, $"there is no parameter {name}", Put(name)),
        _ => new Finding(Level.Error, $"{name} is a {kind}: whoever may list parameters can read it", $"take it for known and make a new secret; aws ssm delete-parameter --name {name}, then {Put(name)}"),
    };

    private static string Put(string name) => $"aws ssm put-parameter --type SecureString --name {name} --value …";
}
