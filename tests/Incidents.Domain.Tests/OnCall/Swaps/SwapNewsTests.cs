using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall.Swaps;
using NodaTime;

namespace Incidents.Domain.Tests.OnCall.Swaps;

public class SwapNewsTests
{
    private static readonly Instant From = Time.At("2026-10-01T12:00:00Z");
    private static readonly Actor Ada = new("ada", "Ada", Via.CommandLine);

    [Fact]
    public void Untold_AskedLongBefore_BringsItUpAtEveryReminder_AndAtItsEnd() => Assert.Equal(
        """
        Open 2026-08-20T00:00
        Open 2026-09-03T12:00
        Open 2026-09-10T12:00
        Open 2026-09-17T12:00
        Open 2026-09-24T12:00
        Open 2026-09-28T12:00
        Open 2026-09-29T12:00
        Open 2026-09-30T12:00
        Open 2026-10-01T00:00
        Expired 2026-10-01T12:00
        """.ReplaceLineEndings("\n"),
        Told(AskedAt("2026-08-20T00:00:00Z"), Duration.FromHours(1)));

    [Fact]
    public void Untold_AskedLate_LeavesOutWhatHasPassed() => Assert.Equal(
        "Open 2026-09-30T06:00\nOpen 2026-09-30T12:00\nOpen 2026-10-01T00:00\nExpired 2026-10-01T12:00",
        Told(AskedAt("2026-09-30T06:00:00Z"), Duration.FromHours(1)));

    [Fact]
    public void Untold_AfterAnOutage_IsTheNewestAlone()
    {
        var told = AskedAt("2026-08-20T00:00:00Z") with { Told = new(SwapState.Open, Time.At("2026-09-03T12:00:00Z")) };

        Assert.Equal(new SwapNews(SwapState.Open, Time.At("2026-09-28T12:00:00Z")), SwapNews.Untold(told, Time.At("2026-09-29T01:00:00Z")));
        Assert.Equal(new SwapNews(SwapState.Expired, From), SwapNews.Untold(told, Time.At("2026-11-01T00:00:00Z")));
    }

    [Fact]
    public void Untold_ByAClockBehindTheTeller_IsNothing()
    {
        var told = AskedAt("2026-08-20T00:00:00Z") with { Told = new(SwapState.Open, Time.At("2026-09-28T12:00:00Z")) };

        Assert.Null(SwapNews.Untold(told, Time.At("2026-09-28T11:59:59Z")));
    }

    [Fact]
    public void Untold_Taken_IsSaidOnce_AndNoReminderFollows()
    {
        var taken = AskedAt("2026-08-20T00:00:00Z") with { Taker = new PersonId("bea"), TakenAt = Time.At("2026-09-01T00:00:00Z"), Override = "ov-1" };

        Assert.Equal("Taken 2026-09-01T00:00", Told(taken, Duration.FromHours(1)));
    }

    [Fact]
    public void Untold_CancelledBeforeAnybodyHeardOfIt_IsNothing() =>
        Assert.Null(SwapNews.Untold(AskedAt("2026-08-20T00:00:00Z") with { CancelledAt = Time.At("2026-08-20T00:00:30Z"), CancelledBy = Ada }, From));

    private static string Told(SwapRequest request, Duration step)
    {
        var lines = new List<string>();
        for (var now = request.TakenAt ?? request.MadeAt; now < From + Duration.FromDays(2); now += step)
        {
            if (SwapNews.Untold(request, now) is { } news)
            {
                lines.Add($"{news.State} {news.Of.ToString("uuuu-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture)}");
                request = request with { Told = news };
            }
        }

        return string.Join('\n', lines);
    }

    private static SwapRequest AskedAt(string madeAt) => new()
    {
        Id = "sw-1",
        Schedule = new ScheduleId("one"),
        Requester = new PersonId("ada"),
        From = From,
        To = From + Duration.FromDays(1),
        By = Ada,
        MadeAt = Time.At(madeAt),
    };
}
