using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Domain.Paging;
using NodaTime;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration;

public sealed class QuietHoursConfigurationTests
{
    /// <summary>A Monday, 23:30 in Berlin.</summary>
    private static readonly Instant Night = Instant.FromUtc(2026, 9, 14, 21, 30);

    private static readonly Duration UntilSeven = Instant.FromUtc(2026, 9, 15, 5, 0) - Night;

    private const string Quiet = "quiet_hours: { from: \"22:00\", to: \"07:00\" }";

    [Fact]
    public void LowUrgency_AtNight_OnlySlackDoesNotWait() =>
        Assert.Equal([("slack", Duration.Zero), ("push", UntilSeven)], Ways(Quiet, Urgency.Low, Night));

    [Fact]
    public void HighUrgency_AtNight_IsAsAtNoon()
    {
        var noon = Ways(Quiet, Urgency.High, Now);

        Assert.Equal(noon, Ways(Quiet, Urgency.High, Night));
        Assert.Contains(("push", Duration.FromMinutes(1)), noon);
    }

    [Fact]
    public void LowUrgency_ByDay_DoesNotWait() =>
        Assert.Equal([("slack", Duration.Zero), ("push", Duration.FromMinutes(10))], Ways(Quiet, Urgency.Low, Now));

    [Fact]
    public void LowUrgency_ThatWouldFallIntoTheHours_WaitsToo() =>
        Assert.Equal(("push", UntilSeven + Duration.FromMinutes(95)), Ways(Quiet, Urgency.Low, Night - Duration.FromMinutes(95))[1]);

    [Fact]
    public void LowUrgency_OnADayWithoutQuietHours_DoesNotWait() =>
        Assert.Equal(Duration.FromMinutes(10), Ways("quiet_hours: { from: \"22:00\", to: \"07:00\", days: [TU] }", Urgency.Low, Night)[1].After);

    [Fact]
    public void WaitsUntil_HighUrgencyAndSlack_IsNever()
    {
        var planner = Planner(Quiet, Night);

        Assert.Equal(Night + UntilSeven, planner.WaitsUntil(new PersonId("ada"), "push", Urgency.Low));
        Assert.Null(planner.WaitsUntil(new PersonId("ada"), "push", Urgency.High));
        Assert.Null(planner.WaitsUntil(new PersonId("ada"), "slack", Urgency.Low));
        Assert.Null(planner.WaitsUntil(new PersonId("somebody who left"), "push", Urgency.Low));
    }

    [Theory]
    [InlineData("push: { ntfy: ada-ntfy }", "ada has quiet hours and no `time_zone` to read them in, so they change nothing. Add `time_zone:` with an IANA id such as Europe/Berlin.")]
    [InlineData("time_zone: Europe/Berlin", "ada can be reached by Slack alone, which does not wait for the end of quiet hours, so they change nothing. Remove `quiet_hours`; Slack has a notification schedule of its own.")]
    public void QuietHoursWithoutEffect_AreAWarning(string person, string warning) =>
        Assert.Contains(Problems(Text(person, Quiet)), problem => problem.EndsWith(": warning: " + warning, StringComparison.Ordinal));

    [Theory]
    [InlineData("quiet_hours: { from: \"22:00\", to: \"22:00\" }", "The quiet hours end as they begin.")]
    [InlineData("quiet_hours: { from: \"22:00\", to: \"07:00\", days: [] }", "`days` names no day")]
    [InlineData("quiet_hours: { from: \"22:00\" }", "`to` is missing in `quiet_hours`.")]
    [InlineData("quiet_hours: { from: 10pm, to: \"07:00\" }", "`from` cannot be \"10pm\".")]
    public void QuietHoursThatCannotBe_AreRefused(string quiet, string problem) =>
        Assert.Contains(": error: " + problem, Assert.Single(Problems(Text("time_zone: Europe/Berlin, push: { ntfy: ada-ntfy }", quiet))), StringComparison.Ordinal);

    private static (string Channel, Duration After)[] Ways(string quiet, Urgency urgency, Instant at) =>
        [.. Planner(quiet, at).Start(urgency, new IncidentNumber(1)).Targets.Select(target => (target.Channel, target.After))];

    private static PagePlanner Planner(string quiet, Instant at)
    {
        const string Person = "time_zone: Europe/Berlin, push: { ntfy: ada-ntfy }, notify: { low: [{ channel: slack }, { channel: push, after: 10m }] }";
        return new PagePlanner(Good(Text(Person, quiet)), policy: null, at);
    }

    private static string Text(string person, string quiet) =>
        $"people:\n  ada: {{ slack: U0ADA00001, {person}, {quiet} }}\ncatch_all: {{ targets: [person: ada] }}\n";
}
