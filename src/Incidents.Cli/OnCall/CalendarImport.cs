using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Incidents.Adapters.CommandLine.Api;
using Incidents.Application.Schedules.TimeOff;
using Incidents.Application.Time;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Import.Calendars;
using NodaTime;
using NodaTime.Text;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.OnCall;

/// <summary>Enters the events of an iCal file as time off. Read here, so that the incident manager fetches nothing from anywhere.</summary>
internal static class CalendarImport
{
    private const string Path = "api/v1/time-off";
    private static readonly Duration AnywhereToUtc = Duration.FromDays(1);

    /// <returns>The exit code.</returns>
    public static async Task<int> Run(IncidentsApi api, ParseResult parsed, string file, string person, string by, CancellationToken cancellation)
    {
        if (file != "-" && !File.Exists(file))
        {
            return Complaint.Refused(parsed.Host, $"there is no file {file}; a URL is imported by: curl -fsS URL | ./incidents time-off import - --person {person}");
        }

        var text = file == "-" ? await parsed.Host.OpenText().ReadToEndAsync(cancellation) : await File.ReadAllTextAsync(file, cancellation);
        var now = parsed.Host.Clock.Now();
        switch (CalendarReader.Read(text, now))
        {
            case CalendarResult.Unreadable bad:
                return Complaint.Refused(parsed.Host, $"{file}:{bad.Problem.Line}: {bad.Problem.Problem}");
            case CalendarResult.Read calendar:
                var wanted = calendar.Events.Where(one => one.Span is not null && !IsPast(one, Duration.Zero, now)).ToList();
                var refused = new List<CalendarProblem>();
                var (entered, known, over, warnings) = await Enter(api, parsed, wanted, person, by, now, (one, why) => refused.Add(new(calendar.Lines.GetValueOrDefault(one.Uid, 1), why)), cancellation);
                var free = calendar.Events.Where(one => one.Span is null).Select(one => one.Source).ToHashSet();
                var cancelled = await Cancel(api, calendar.Whole, free, [.. wanted.Select(one => one.Source)], person, by, cancellation);
                var past = calendar.Events.Count(one => IsPast(one, Duration.Zero, now)) + over;
                CalendarProblem[] problems = [.. calendar.Problems.Concat(refused).Distinct().OrderBy(one => one.Line)];
                Answer.Print(
                    parsed,
                    new TimeOffImportResource(entered, known, cancelled, past, [.. problems.Select(one => new CalendarProblemResource(one.Line, one.Problem))]),
                    [.. warnings, $"{entered} entered, {known} known already, {cancelled} cancelled, {past} past and left out"]);
                return Left(parsed.Host, file, problems);
            default:
                return ExitCode.Refused;
        }
    }

    private static int Left(CommandHost host, string file, CalendarProblem[] problems)
    {
        foreach (var one in problems)
        {
            Complaint.Refused(host, $"{file}:{one.Line}: {one.Problem}");
        }

        return problems.Length == 0 ? ExitCode.Done : Complaint.Refused(host, $"{problems.Length} {(problems.Length == 1 ? "part" : "parts")} of {file} left out; the rest is entered");
    }

    private static async Task<(int Entered, int Known, int Over, IReadOnlyList<string> Warnings)> Enter(IncidentsApi api, ParseResult parsed, List<CalendarEvent> events, string person, string by, Instant now, Action<CalendarEvent, string> refuse, CancellationToken cancellation)
    {
        var (entered, known, over) = (0, 0, 0);
        var warnings = new List<string>();
        var before = await Sources(api, person, cancellation);
        foreach (var one in events)
        {
            var (from, to) = Written(one.Span!);
            JsonElement made;
            try
            {
                made = await api.Post(Path, new JsonObject { ["person"] = person, ["from"] = from, ["to"] = to, ["source"] = one.Source, ["by"] = by }, cancellation);
            }
            catch (ApiRefusedException) when (IsPast(one, AnywhereToUtc, now))
            {
                // A day that has ended by the person's clock, which only the answering side knows.
                over++;
                continue;
            }
            catch (ApiRefusedException refused) when (events.Count > 1 && refused.Refusal.Field is not ("person" or "by"))
            {
                refuse(one, ApiRefusalWords.Of(parsed, refused));
                continue;
            }

            if (before.Contains(IncidentLine.Text(made, "id")))
            {
                known++;
            }
            else
            {
                entered++;
                warnings.AddRange(ConflictLines.Of(made.GetProperty("conflicts")));
            }
        }

        return (entered, known, over, warnings);
    }

    /// <summary>What was entered for a time that is free now, or that an event which was wholly read no longer has.</summary>
    private static async Task<int> Cancel(IncidentsApi api, IReadOnlySet<string> whole, HashSet<string> free, HashSet<string> wanted, string person, string by, CancellationToken cancellation)
    {
        var gone = (await Entries(api, person, cancellation))
            .Where(item => IncidentLine.Text(item, "source") is var source && !wanted.Contains(source) && (free.Contains(source) || whole.Any(uid => CalendarEvent.IsOf(uid, source)))).ToList();
        foreach (var item in gone)
        {
            await api.Delete($"{Path}/{IncidentLine.Text(item, "id")}", new JsonObject { ["by"] = by }, cancellation);
        }

        return gone.Count;
    }

    private static async Task<HashSet<string>> Sources(IncidentsApi api, string person, CancellationToken cancellation) =>
        [.. (await Entries(api, person, cancellation)).Select(item => IncidentLine.Text(item, "id"))];

    private static async Task<IEnumerable<JsonElement>> Entries(IncidentsApi api, string person, CancellationToken cancellation) =>
        (await api.Get(Path, cancellation)).GetProperty("items").EnumerateArray()
            .Where(item => IncidentLine.Text(item, "person") == person && IncidentLine.Text(item, "source").Length > 0 && IncidentLine.Text(item, "state") != "over");

    /// <param name="slack">How much sooner a whole day may be over by another clock than UTC's.</param>
    private static bool IsPast(CalendarEvent one, Duration slack, Instant now) => one.Span is { } span
        && span.In(null).To <= now + slack - (span is TimeOffSpan.Days && slack == Duration.Zero ? AnywhereToUtc : Duration.Zero);

    private static (string From, string To) Written(TimeOffSpan span) => span switch
    {
        TimeOffSpan.Days { Off: var off } => (LocalDatePattern.Iso.Format(off.First), LocalDatePattern.Iso.Format(off.Last)),
        TimeOffSpan.Exactly(var from, var to) => (InstantPattern.ExtendedIso.Format(from), InstantPattern.ExtendedIso.Format(to)),
        _ => throw new InvalidOperationException($"no form for {span.GetType().Name}"),
    };
}
