namespace Incidents.Cli.Commands;

/// <summary>One line for each command, as it is typed.</summary>
internal static class Examples
{
    /// <summary>The command whose example stands below a group of commands.</summary>
    public static readonly IReadOnlyDictionary<string, string> OfGroup = new Dictionary<string, string>
    {
        ["Respond"] = "ack",
        ["On call"] = "oncall",
        ["Configure"] = "check",
        ["Deploy and operate"] = "doctor",
        ["Develop"] = "alarm",
    };

    private static readonly Dictionary<string, string> Lines = new()
    {
        ["list"] = "./incidents list --status triggered",
        ["show"] = "./incidents show INC-1",
        ["ack"] = "./incidents ack INC-1 INC-2 --for 1h",
        ["snooze"] = "./incidents snooze INC-1 \"tomorrow 09:00\"",
        ["note"] = "./incidents note INC-1 \"rolled back release 41\"",
        ["mitigate"] = "./incidents mitigate INC-1",
        ["resolve"] = "./incidents resolve INC-1 --note \"release 41 was rolled back\"",
        ["reopen"] = "./incidents reopen INC-1 --why \"errors are back\"",
        ["give-back"] = "./incidents give-back INC-1",
        ["escalate"] = "./incidents escalate INC-1",
        ["reassign"] = "./incidents reassign INC-1 grace",
        ["page-also"] = "./incidents page-also INC-1 payments",
        ["severity"] = "./incidents severity INC-1 2 --why \"a tenth of orders\"",
        ["title"] = "./incidents title INC-1 \"Cards are declined\"",
        ["role"] = "./incidents role INC-1 commander ada",
        ["link"] = "./incidents link INC-1 INC-2",
        ["merge"] = "./incidents merge INC-2 INC-3 INC-1",
        ["declare"] = "./incidents declare \"Cards are declined\" --service checkout --sev 1",
        ["postmortem"] = "./incidents postmortem INC-1 >postmortem.md",
        ["oncall"] = "./incidents oncall primary --from 2026-09-14",
        ["oncall sick"] = "./incidents oncall sick ada",
        ["override add"] = "./incidents override add primary --user grace --from \"tomorrow 09:00\" --for 8h",
        ["override list"] = "./incidents override list primary",
        ["override cancel"] = "./incidents override cancel primary ov-1a2b3c",
        ["swap ask"] = "./incidents swap ask primary --from \"fri 18:00\" --for 8h --reason wedding",
        ["swap take"] = "./incidents swap take sw-1a2b3c",
        ["swap cancel"] = "./incidents swap cancel sw-1a2b3c",
        ["swap list"] = "./incidents swap list --past",
        ["time-off add"] = "./incidents time-off add ada --from 2026-12-24 --to 2026-12-31",
        ["time-off list"] = "./incidents time-off list ada",
        ["time-off cancel"] = "./incidents time-off cancel to-1a2b3c",
        ["time-off import"] = "./incidents time-off import holidays.ics --person ada",
        ["calendar link"] = "./incidents calendar link --person ada",
        ["calendar revoke"] = "./incidents calendar revoke --person ada",
        ["calendar list"] = "./incidents calendar list",
        ["test-page"] = "./incidents test-page ada --asleep",
        ["contact-card"] = "./incidents contact-card --out pager.vcf",
        ["whoami"] = "./incidents whoami ada",
        ["init"] = "./incidents init --config config",
        ["check"] = "./incidents check config",
        ["diff"] = "./incidents diff ../main/config config --days 90",
        ["simulate"] = "./incidents simulate --alarms examples/alarms.ndjson --acknowledge-after 4m",
        ["schedule quality"] = "./incidents schedule quality primary",
        ["schedule gaps"] = "./incidents schedule gaps --days 60",
        ["schedule conflicts"] = "./incidents schedule conflicts primary",
        ["schedule fairness"] = "./incidents schedule fairness --from 2026-07-01 --to 2026-10-01",
        ["config push"] = "./incidents config push config --stack incidents",
        ["config show"] = "./incidents config show --files",
        ["config list"] = "./incidents config list",
        ["config rollback"] = "./incidents config rollback packaged",
        ["config forget"] = "./incidents config forget --person ada",
        ["schema"] = "./incidents schema --write",
        ["import pagerduty"] = "./incidents import pagerduty export/*.json",
        ["import opsgenie"] = "./incidents import opsgenie export/*.json",
        ["import grafana-oncall"] = "./incidents import grafana-oncall export/*.json",
        ["import incident-manager"] = "./incidents import incident-manager export/*.json",
        ["doctor"] = "./incidents doctor --stack incidents",
        ["maintenance list"] = "./incidents maintenance list",
        ["maintenance add"] = "./incidents maintenance add \"moving the database\" --service checkout --for 2h",
        ["maintenance end"] = "./incidents maintenance end mw-1a2b3c",
        ["heartbeat list"] = "./incidents heartbeat list",
        ["heartbeat beat"] = "./incidents heartbeat beat nightly-backup",
        ["heartbeat mute"] = "./incidents heartbeat mute nightly-backup --reason migration --for 2h",
        ["heartbeat unmute"] = "./incidents heartbeat unmute nightly-backup",
        ["alarms coverage"] = "./incidents alarms coverage alarms.json",
        ["cost"] = "./incidents cost --alarms-per-month 300",
        ["completion"] = "source <(./incidents completion bash)",
        ["up"] = "./incidents up --port 5080",
        ["alarm"] = "./incidents alarm checkout",
    };

    /// <summary>The example of a command; of one that only holds others, theirs.</summary>
    /// <param name="path">`config push`.</param>
    public static IEnumerable<string> Of(string path) => Lines.TryGetValue(path, out var line)
        ? [line]
        : Lines.Where(one => one.Key.StartsWith($"{path} ", StringComparison.Ordinal)).Select(one => one.Value);
}
