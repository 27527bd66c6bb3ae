using NodaTime;

namespace Incidents.Application.Postmortems;

/// <summary>
/// Drafts a blameless postmortem in Markdown: the facts are filled in, the thinking is asked for. Text from outside is escaped, and names
/// of people give way to roles.
/// </summary>
public static class PostmortemDraft
{
    /// <summary>The draft.</summary>
    public static string Write(PostmortemInput input)
    {
        var text = new PostmortemText(input.People);
        WriteSummary(input, text);
        WriteImpact(text);
        DetectionSection.Write(input, text);
        WriteTimes(input, text);
        TimelineSection.Write(input.Timeline, text);
        WriteFactors(text);
        WriteLuck(input, text);
        WriteActionItems(text);
        return text.ToString();
    }

    private static void WriteSummary(PostmortemInput input, PostmortemText text)
    {
        text.Line($"# {input.Number}: {text.Safe(input.Title)}");
        text.Gap();
        text.Line("*Draft. People appear as roles: please keep it so. Lines in italics are there to be answered and removed.*");
        text.Heading("Summary");
        var until = input.ResolvedAt.Date() == input.TriggeredAt.Date() ? "" : input.ResolvedAt.Date() + " ";
        text.Line(string.Concat(
            $"{input.Severity} on {text.Safe(input.Service)}: {input.TriggeredAt.Date()} {input.TriggeredAt.Time()} to {until}{input.ResolvedAt.Time()} UTC",
            $" ({PostmortemTimeFormat.Length(input.TriggeredAt, input.ResolvedAt)}).",
            input.Reopened switch { 0 => "", 1 => " It came back once.", var times => $" It came back {times} times." },
            input.ResolvedWhileFiring ? " It was resolved while an alarm was still firing." : ""));
        text.Ask("In three sentences for somebody who was not there: what did people notice, what led to it, what ended it?");
    }

    private static void WriteImpact(PostmortemText text)
    {
        text.Heading("Impact");
        text.Ask("Who could not do what, and for how long? How many of them: requests, orders, messages, money?");
        text.Ask("What had been promised to them, and was it kept?");
        text.Ask("What did support and the status page say, and when?");
    }

    private static void WriteTimes(PostmortemInput input, PostmortemText text)
    {
        text.Heading("Times");
        text.Line("| Measure | Time |");
        text.Line("| --- | --- |");
        text.Line($"| To acknowledge | {Since(input.AcknowledgedAt, "nobody acknowledged it")} |");
        text.Line($"| To restore (all alarms OK) | {Since(input.RecoveredAt, "had not recovered when it was resolved")} |");
        text.Line($"| To resolve | {Since(input.ResolvedAt, "")} |");

        string Since(Instant? end, string otherwise) => end is { } at ? PostmortemTimeFormat.Length(input.TriggeredAt, at) : otherwise;
    }

    private static void WriteFactors(PostmortemText text)
    {
        text.Heading("Contributing factors");
        text.Ask("There are always several, and none of them is a person. What had to come together for this to happen?");
        text.Ask("What made each step look right to whoever took it? What did they know then, and what could they not see?");
        text.Ask("Which change, habit, dependency or missing guard let it spread? What usually holds, and did not this time?");
        text.Ask("What made it slow to understand or to mend: tools, access, documentation, alarms that said too little?");
    }

    private static void WriteLuck(PostmortemInput input, PostmortemText text)
    {
        text.Heading("What went well");
        foreach (var runbook in input.Runbooks)
        {
            text.Line($"- The runbook {text.Safe(runbook.Title)} ({text.Safe(runbook.Id)}) was at hand. *Did it help, and what was missing in it?*");
        }

        text.Ask("What worked as intended, and should stay?");
        text.Heading("Where we got lucky");
        text.Ask("What kept it from being worse that nobody had planned: the hour, who was around, what happened to be unused?");
    }

    private static void WriteActionItems(PostmortemText text)
    {
        text.Heading("Action items");
        text.Line("| Action | Kind | Owner (role) | Due |");
        text.Line("| --- | --- | --- | --- |");
        text.Line("|  | prevent |  |  |");
        text.Line("|  | mitigate |  |  |");
        text.Line("|  | detect |  |  |");
        text.Ask("Few and finishable. Prevent: it does not happen again. Mitigate: it hurts less. Detect: it is noticed sooner.");
    }
}
