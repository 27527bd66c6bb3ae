using System.CommandLine;
using Incidents.Cli.Answers;
using Incidents.Cli.Configurations;
using Incidents.Cli.Connections;
using Incidents.Cli.Terminal;
using Incidents.Configuration.Authoring.Forgetting;
using Incidents.Domain;

namespace Incidents.Cli.Commands;

/// <summary>`incidents config forget --person ada`: takes a person out of every version that is kept, but for the one in force.</summary>
internal static class ForgetCommand
{
    private const int MostMoves = 1000;

    public static Command Create()
    {
        var person = new Option<string>("--person") { Description = "The id under `people:`", Required = true };
        var (yes, by, table) = (new Option<bool>("--yes") { Description = "Do not ask" }, Options.Pusher(), new ConfigurationTable());
        var command = new Command("forget", "Take a person out of every version that is kept but is not in force: those can be read then, and not be put in force again") { person, yes, by };
        table.AddTo(command);
        command.SetAction((parsed, cancellation) => table.Run(
            parsed,
            async (store, _) =>
            {
                var forget = new ForgetPerson(store, parsed.Host.Clock);
                var who = parsed.GetValue(person)!;
                var caller = await table.Caller(parsed, cancellation);
                if (await forget.Look(new PersonId(who), caller is null ? by.Of(parsed) : $"{by.Of(parsed)} ({caller})", cancellation) is not { } plan)
                {
                    return Complaint.Refused(parsed.Host, $"no version that is kept has a person {who} under people: ./incidents config list shows the versions");
                }

                if (plan.Versions.Count > 0)
                {
                    Say(parsed, $"{who} will be taken out of {Count(plan)}, for good: {string.Join(", ", plan.Versions.Select(version => version.Kept.Id))}. They can be read then, and not be put in force again.");
                    if (!parsed.GetValue(yes) && Ask(who, parsed) is { } no)
                    {
                        return Complaint.Refused(parsed.Host, no);
                    }

                    if (!await forget.Handle(plan, cancellation))
                    {
                        return Complaint.Refused(parsed.Host, "somebody has changed the configuration meanwhile, so not all of it was done: run this again");
                    }

                    Say(parsed, $"{who} is taken out of {Count(plan)}");
                }

                TellTheRest(parsed, plan, (await store.History(MostMoves, cancellation)).Count(move => move.By.Equals(who, StringComparison.OrdinalIgnoreCase)));
                return plan.IsInForce
                    ? Complaint.Refused(parsed.Host, $"{PointerMove.Name(plan.Pointer.Version)} is in force and has {who}, so it stays as it is: push one without {who}, and run this again")
                    : ExitCode.Done;
            },
            cancellation));
        return command;
    }

    /// <summary>What else is stored of a person, and how it ends. None of it is changed here.</summary>
    private static void TellTheRest(ParseResult parsed, ForgetPlan plan, int moves)
    {
        var rest = $"""
            What else may hold {plan.Person}, and is not changed by this:
              who pushed, in `config list`: {(moves == 0 ? "no entry" : moves == 1 ? "1 entry" : $"{moves} entries")} of that name; the record of who did what stays
              overrides, swaps, time off and calendar links: `incidents override list`, `time-off list` and `calendar list` show them, and each can be ended there
              incidents with their timelines, notes and postmortems: they go with `retention: {"{"} incidents: … {"}"}`
              links in messages (a day), test pages, and logs (LogRetentionDays)
              the copy deployed with the code, and its Git history; what was sent to Slack, by mail or text
              backups of the table: point-in-time recovery goes back 35 days
            """;
        var secrets = $"  secrets that were theirs, unless somebody else has them too: {string.Join(", ", plan.Secrets)}; aws ssm delete-parameters --names /incidents/STACK/NAME";
        Answer.Print(
            parsed,
            new ForgottenResource(plan.Person.Value, [.. plan.Versions.Select(version => version.Kept.Id)], plan.IsInForce, moves, plan.Secrets),
            (string[])(plan.Secrets.Count > 0 ? [rest, secrets] : [rest]));
    }

    private static void Say(ParseResult parsed, string line)
    {
        if (!JsonOption.IsGiven(parsed))
        {
            parsed.Host.Say(line);
        }
    }

    private static string Count(ForgetPlan plan) => plan.Versions.Count == 1 ? "1 version" : $"{plan.Versions.Count} versions";

    /// <returns>Null when the person typed yes; else the reason why not.</returns>
    private static string? Ask(string person, ParseResult parsed)
    {
        if (!parsed.Host.CanAsk || JsonOption.IsGiven(parsed))
        {
            return "nobody can be asked here, so nothing was changed: say --yes";
        }

        return parsed.Host.Ask($"Forget {person}? [y/N] ")?.Trim() is "y" or "Y" or "yes" ? null : "nothing was changed";
    }
}
