using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Absences;
using NodaTime;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Schedules;

public sealed class SubstituteSuggestionTests
{
    // In the 90 days before, cy has two weeks, dee a day less than three, grace six. Then it is ada's turn.
    private const string Team = """
          cy: { name: Cy, slack: U0CY000001 }
          dee: { name: Dee, slack: U0DEE00001 }
        catch_all: { targets: [person: ada] }
        schedules:
          primary: { start: 2026-06-01T00:00:00Z, time_zone: UTC, participants: [ada, cy, dee, grace, grace], rotation: weekly, handoff: MO 00:00 }
        """;

    private static readonly string People = Base[..Base.IndexOf("catch_all", StringComparison.Ordinal)];

    private static readonly Instant From = Instant.FromUtc(2026, 9, 14, 0, 0);
    private static readonly Instant To = Instant.FromUtc(2026, 9, 15, 0, 0);

    [Fact]
    public void Suggest_IsWhoeverCarriesLeast() => Assert.Equal("cy", Suggest(""));

    [Fact]
    public void Suggest_WhoIsAway_IsPassedOver() => Assert.Equal("dee", Suggest("", new Absence(new PersonId("cy"), From - Duration.FromDays(3), From + Duration.FromHours(1))));

    [Fact]
    public void Suggest_WhoIsBackByThen_IsAsked() => Assert.Equal("cy", Suggest("", new Absence(new PersonId("cy"), From - Duration.FromDays(3), From)));

    [Fact]
    public void Suggest_WhoIsOnCallElsewhere_IsPassedOver() =>
        Assert.Equal("dee", Suggest("\n  other: { time_zone: UTC, participants: [cy], rotation: weekly }"));

    [Fact]
    public void Suggest_WhoHasLeft_IsPassedOver() => Assert.Equal("dee", Suggest("", text => text.Replace("name: Cy,", "name: Cy, active: false,", StringComparison.Ordinal)));

    [Fact]
    public void Suggest_NobodyFree_IsNobody() =>
        Assert.Null(Suggest("", [.. new[] { "ada", "grace", "dee", "cy" }.Select(person => new Absence(new PersonId(person), From, To))]));

    [Fact]
    public void Conflict_NamesTheStandIn()
    {
        var settings = Good(People + Team);
        var relieved = settings.Schedules[new ScheduleId("primary")].Calendar.WhoIsOnCall(From).Single();

        var conflict = Assert.Single(ScheduleConflict.Find(settings, [new Absence(relieved, From, To)], From, To));

        Assert.Equal($"./incidents override add primary --kind replace --replaces {relieved} --user cy --from 2026-09-14T00:00:00Z --to 2026-09-15T00:00:00Z", conflict.Cover[1]);
    }

    private static string? Suggest(string more, params Absence[] absences) => Suggest(more, text => text, absences);

    private static string? Suggest(string more, Func<string, string> edit, params Absence[] absences)
    {
        var settings = Good(edit(People + Team + more));
        var schedule = settings.Schedules[new ScheduleId("primary")];
        return SubstituteSuggestion.Suggest(schedule, schedule.Calendar.WhoIsOnCall(From).Single(), From, To, settings, absences)?.Value;
    }
}
