using Incidents.Domain.Incidents;
using NodaTime.Text;

namespace Incidents.Cli.Simulation;

/// <summary>A replay for people: every page on a line, then the sums.</summary>
internal static class SimulationText
{
    private static readonly InstantPattern Time = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH':'mm':'ss'Z'");

    public static IEnumerable<string> Lines(SimulationReport report) =>
    [
        .. report.Pages.Select(Line),
        "",
        $"{report.Alarms} alarms from {Time.Format(report.Time.Start)} to {Time.Format(report.Time.End)} would have opened {report.Incidents} incidents",
        $"and sent {report.Pages.Count} pages, {report.Pages.Count(p => p.OutOfHours)} of them out of hours (before 08:00, from 18:00 on, or at a weekend, where the person is).",
        "Nothing was sent: store and channels of a simulation are in its memory.",
        .. Section("interruptions by person", report.Interruptions.SelectMany(Interruptions)),
        .. Sums("person", report.ByPerson),
        .. Sums("service", report.ByService),
        .. Sums("week", report.ByWeek),
        .. Section("no service claims", report.Unmatched.Select(u => $"{Shown(u.Alarm),-40} fired {u.Times}x")),
        .. Section("left out or not done", report.Problems),
    ];

    private static string Line(SimulatedPage page) =>
        $"{Time.Format(page.At)}  {page.Incident,-9} {page.Severity} {page.Service,-16} {page.Name,-20} {page.Channel,-8} {page.By,-20} {(page.OutOfHours ? "out of hours" : "in hours"),-13} {Shown(page.Title)}";

    private static IEnumerable<string> Interruptions(IGrouping<string, Interruption> person) =>
    [
        $"{person.Key,-24} {person.Count(),6}, {person.Count(one => one.OutOfHours)} out of hours",
        .. person.Select(one => $"  {Time.Format(one.From)} to {Time.Format(one.To)}  {one.By}"),
    ];

    private static IEnumerable<string> Sums(string what, IEnumerable<PageCount> counts) =>
        Section($"pages by {what}", counts.Select(c => $"{c.Of,-24} {c.Pages,6}, {c.OutOfHours} out of hours"));

    private static IEnumerable<string> Section(string title, IEnumerable<string> lines) =>
        lines.ToList() is { Count: > 0 } some ? ["", title + ":", .. some.Select(line => "  " + line)] : [];

    /// <summary>Words from outside steer no terminal.</summary>
    private static string Shown(string text) => Application.Markdown.VisibleText.Of(text, limit: 80);
}
