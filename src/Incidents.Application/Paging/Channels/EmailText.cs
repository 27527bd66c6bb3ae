using System.Net;
using Incidents.Application.Markdown;
using Incidents.Application.Notifications;

namespace Incidents.Application.Paging.Channels;

/// <summary>An e-mail: what a mail program lists, shows where it knows no HTML, and shows otherwise.</summary>
/// <param name="Subject">One line without control characters, so no header can be forged with it.</param>
public sealed record EmailText(string Subject, string Text, string Html)
{
    /// <summary>Renders a page. Words from outside can link, style and hide nothing.</summary>
    public static EmailText Of(PageMessage message)
    {
        var facts = PageFacts.Of(message);
        string?[] lines = facts.IsTest
            ? [$"{facts.Person}, this is a TEST: nobody needs to act.", "It asks only whether a page by e-mail reaches you."]
            : facts.Degraded is not null ? [$"{facts.Person}, please look: {facts.Severity}, {facts.Service}.", facts.Title, facts.Why]
            : facts.Others.Count > 0
                ? [$"{facts.Person}, please acknowledge these {facts.Several}, the worst first:", Line(message.Briefing), .. facts.Others.Select(Line), facts.Repeat]
                : [facts.IsForHolder ? $"{facts.Person}, alarms new to {facts.Number} fired, which you have ({facts.Severity}, {facts.Service})." : $"{facts.Person}, please acknowledge {facts.Number} ({facts.Severity}, {facts.Service}).", facts.Title, facts.Why, facts.Runbook is { } runbook ? $"Runbook: {runbook}" : null, facts.RunbookPage is { } page ? $"Runbook in the alarm's description: {page.AbsoluteUri}" : null, facts.Repeat];
        var said = lines.OfType<string>().Where(line => line.Length > 0).ToArray();
        return new EmailText(
            facts.IsTest ? "TEST, nobody needs to act: does this reach you?" : $"{(facts.Others.Count > 0 ? $"{facts.Several}, worst: " : "")}{facts.Number} {facts.Severity} {facts.Service}: {facts.Title}",
            string.Join("\n\n", [.. said, .. Console(facts), facts.Link is { } link ? $"{facts.HowToAcknowledge} {link.AbsoluteUri}" : facts.HowToAcknowledge]) + "\n",
            $"""
            <!DOCTYPE html><html lang="en"><meta charset="utf-8"><body style="font:16px/1.5 sans-serif;max-width:36em;margin:1em auto;padding:0 1em">
            {string.Join('\n', said.Select(line => $"<p>{Escape(line)}</p>"))}
            {string.Join('\n', Console(facts).Select(_ => $"""<p><a href="{Escape(facts.Console!.AbsoluteUri)}">Open the alarm in CloudWatch</a></p>"""))}
            {Button(facts)}
            </body></html>

            """);
    }

    private static IEnumerable<string> Console(PageFacts facts) => facts is { IsTest: false, Console: { } page } ? [$"In CloudWatch: {page.AbsoluteUri}"] : [];

    private static string Button(PageFacts facts) => facts.Link is { } link
        ? $"""<p><a href="{Escape(link.AbsoluteUri)}" style="display:inline-block;padding:.6em 1.2em;border-radius:6px;background:#0b6b4f;color:#fff;text-decoration:none;font-weight:bold">{(facts.IsTest ? "I got it" : facts.Acknowledge)}</a></p>"""
        : $"<p>{Escape(facts.HowToAcknowledge)}</p>";

    private static string Line(NotificationContent briefing) =>
        VisibleText.Of($"{briefing.Incident.Number} {briefing.Incident.Severity} {briefing.ServiceAndAccount}: {HeadlineWords.Line(briefing, LongestLine)}", LongestLine);

    private const int LongestLine = 240;

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
