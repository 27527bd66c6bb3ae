using System.Collections.Immutable;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Tests.Incidents;

public sealed class LastMinuteTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 9, 14, 3, 12);
    private static readonly Duration Second = Duration.FromSeconds(1);

    [Theory]
    [InlineData("slack", 2, null)]
    [InlineData("slack", 3, 10)]
    [InlineData("push", 3, 10)]
    [InlineData("sms", 0, null)]
    [InlineData("sms", 1, 30)]
    [InlineData("voice", 1, 30)]
    [InlineData("fallback", 9, null)]
    public void V02_LeavesAt_WhenSomeWereTold30SecondsAgo_GathersFromTheLimitOfTheChannelOn(string channel, int told, int? seconds) =>
        Assert.Equal(At(seconds), Of(channel, Told(channel, told)).LeavesAt(new PersonId("ana"), channel, "ops", Severity.Sev2, Now));

    [Fact]
    public void V02_LeavesAt_WhenAllWereToldAMinuteAgo_IsNow() =>
        Assert.Null(Of("slack", Told("slack", 9, Now - LastMinute.Length)).LeavesAt(new PersonId("ana"), "slack", "ops", Severity.Sev2, Now));

    [Fact]
    public void V02_LeavesAt_WhenSomebodyElseWasTold_IsNow() =>
        Assert.Null(Of("slack", Told("slack", 9)).LeavesAt(new PersonId("ben"), "slack", "ops", Severity.Sev2, Now));

    [Theory]
    [InlineData(Severity.Sev1, null)]
    [InlineData(Severity.Sev2, 10)]
    public void V02_LeavesAt_WhenWorseThanAnyTold_NeverWaits(Severity severity, int? seconds) =>
        Assert.Equal(At(seconds), Of("slack", Told("slack", 9)).LeavesAt(new PersonId("ana"), "slack", "ops", severity, Now));

    [Fact]
    public void V02_LeavesAt_WhenOneWaitsAlready_IsTheSameMoment()
    {
        var waiting = new RecentPage(new PersonId("ana"), "slack", new IncidentNumber(99), Severity.Sev2, Now + (4 * Second));

        Assert.Equal(Now + (4 * Second), Of("slack", [.. Told("slack", 3), waiting]).LeavesAt(new PersonId("ana"), "slack", "ops", Severity.Sev2, Now));
    }

    [Theory]
    [InlineData("ops", 30, 30)]
    [InlineData("other", 30, null)]
    [InlineData("ops", 56, null)]
    public void V02_LeavesAt_WhenTheChannelAskedToWait_IsWhenThatIsOver_OrTheChannelIsAskedAllTheSame(string place, int wait, int? seconds) =>
        Assert.Equal(At(seconds), new LastMinute([], [new ChannelWait("slack", place, Now + (wait * Second))]).LeavesAt(new PersonId("ana"), "slack", "ops", Severity.Sev2, Now));

    private static Instant? At(int? seconds) => seconds is { } s ? Now + (s * Second) : null;

    private static LastMinute Of(string channel, ImmutableList<RecentPage> pages) => channel.Length > 0 ? new(pages, []) : LastMinute.Quiet;

    private static ImmutableList<RecentPage> Told(string channel, int count, Instant? at = null) =>
        [.. Enumerable.Range(1, count).Select(n => new RecentPage(new PersonId("ana"), channel, new IncidentNumber(n), Severity.Sev2, at ?? Now - (30 * Second)))];
}
