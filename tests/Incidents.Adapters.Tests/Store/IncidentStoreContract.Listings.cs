using Incidents.Application.Reading;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.Tests.Store;

public abstract partial class IncidentStoreContract
{
    [Fact]
    public async Task Due_ListsWhatIsDueByThenTheEarliestFirst()
    {
        var later = await Store.Opened(Sample.Member("a"), "a", Sample.Start + Seconds(30));
        var sooner = await Store.Opened(Sample.Member("b"), "b", Sample.Start);
        await Store.Opened(Sample.Member("c"), "c", Sample.Start + Seconds(300));

        var due = await Store.Due(Sample.Start + Seconds(60), limit: 10, None);

        Assert.Equal([new DueIncident(sooner.Number, sooner.Due!.Value), new DueIncident(later.Number, later.Due!.Value)], due);
        Assert.Equal(due.Take(1), await Store.Due(Sample.Start + Seconds(60), limit: 1, None));
        Assert.Empty(await Store.Due(sooner.Due.Value - Duration.Epsilon, limit: 10, None));
        Assert.Single(await Store.Due(sooner.Due.Value, limit: 10, None));
    }

    [Fact]
    public async Task Due_MovesWithTheIncidentAndGoesWhenNothingIsLeftToDo()
    {
        var incident = await Store.Opened();
        Assert.Equal(Sample.Start + IncidentRules.Claim, Assert.Single(await Store.Due(Instant.MaxValue.Minus(Duration.FromDays(1)), 10, None)).At);

        incident = await Store.Saved(incident, Delivering.Settle(incident, [(3, new DeliveryResult.Delivered())], [], Sample.Planner, Sample.Start + Seconds(1)));
        Assert.Empty(await Store.Due(Sample.Start + Seconds(299), 10, None));
        Assert.Equal(Sample.Start + Seconds(300), Assert.Single(await Store.Due(Sample.Start + Duration.FromDays(2), 10, None)).At);

        incident = await Store.Resolved(incident, Sample.Start + Seconds(60));
        Assert.Equal(Sample.Start + Seconds(60) + IncidentRules.NewsClaim, Assert.Single(await Store.Due(Sample.Start + Seconds(90), 10, None)).At);

        var told = new ChannelUpdated(Sample.Start + Seconds(61), incident.Update!.Since, Failure: null);
        await Store.Saved(incident, Delivering.Settle(incident, [], [told, new FollowUpCompleted(Sample.Start + Seconds(61)), new FiringEnded(Sample.Start + Seconds(61))], Sample.Planner, Sample.Start + Seconds(61)));
        Assert.Empty(await Store.Due(Sample.Start + Duration.FromDays(400), 10, None));
    }

    [Fact]
    public async Task OpenIncidents_AreTheOpenOnesNewestFirst()
    {
        var first = await Store.Opened(Sample.Member("a"), "a", Sample.Start);
        var second = await Store.Opened(Sample.Member("b"), "b", Sample.Start + Seconds(5));
        var third = await Store.Opened(Sample.Member("c"), "c", Sample.Start + Seconds(3));
        await Store.Resolved(third, Sample.Start + Seconds(60));
        second = await Store.Saved(Sample.Note(second));

        var open = await AnotherWorker().OpenIncidents(None);

        Assert.Equal([second.Number, first.Number], open.Select(i => i.Number));
        AssertSame(second, open[0]);
    }

    [Fact]
    public async Task OpenIncidents_AreAllOfThem_HoweverMany()
    {
        var known = new AlarmContext();
        await Parallel.ForAsync(0, 230, async (i, _) =>
            await Store.Open(Sample.Opening(await Store.NextNumber(None), known, Sample.Member($"a{i}"), $"s{i}", Sample.Start + Seconds(i)), None));

        var open = await Store.OpenIncidents(None);

        Assert.Equal(Enumerable.Range(0, 230).Reverse().Select(i => new ServiceId($"s{i}")), open.Select(i => i.Service));
    }

    [Fact]
    public async Task History_GoesBackPageByPageAcrossMonths()
    {
        Clock.Now = Instant.FromUtc(2026, 11, 21, 0, 0);
        Instant[] times =
        [
            Instant.FromUtc(2026, 11, 20, 10, 0), Instant.FromUtc(2026, 11, 1, 0, 0), Instant.FromUtc(2026, 10, 31, 23, 59),
            Instant.FromUtc(2026, 8, 3, 8, 0), Instant.FromUtc(2026, 8, 3, 8, 0), Instant.FromUtc(2026, 3, 1, 8, 0),
        ];
        var opened = new List<IncidentNumber>();
        foreach (var (at, i) in times.Select((at, i) => (at, i)))
        {
            opened.Add((await Store.Opened(Sample.Member($"a{i}"), $"s{i}", at)).Number);
        }

        var pages = new List<HistoryPage>();
        do
        {
            pages.Add(await AnotherWorker().History(pages.LastOrDefault()?.Next, Instant.FromUtc(2026, 3, 15, 0, 0), limit: 2, None));
        }
        while (pages[^1].Next is not null);

        Assert.Equal([2, 2, 2], pages.Select(p => p.Incidents.Count));
        var listed = pages.SelectMany(p => p.Incidents).ToList();
        Assert.Equal(times.OrderDescending(), listed.Select(i => i.TriggeredAt));
        Assert.Equal(opened.OrderBy(n => n.Value), listed.Select(i => i.Number).OrderBy(n => n.Value));
    }

    [Fact]
    public async Task V52_History_OfOneMillisecond_IsWholeAtEveryLimit()
    {
        Clock.Now = Sample.Start;
        var opened = new HashSet<int>();
        for (var i = 0; i < 60; i++)
        {
            // Three share each instant, so that the number has to tell them apart too.
            opened.Add((await Store.Opened(Sample.Member($"a{i}"), $"s{i}", Sample.Start.PlusNanoseconds(i / 3 * 13_337))).Number.Value);
        }

        foreach (var limit in new[] { 1, 2, 3, 4, 5, 7, 13, 29, 59, 60 })
        {
            var listed = new List<int>();
            HistoryCursor? after = null;
            do
            {
                var page = await Store.History(after, Sample.Start - Duration.FromDays(40), limit, None);
                listed.AddRange(page.Incidents.Select(incident => incident.Number.Value));

                // As it travels.
                after = page.Next is { } next ? Travelled(next) : null;
            }
            while (after is not null);

            Assert.Equal(opened.Order(), listed.Order());
        }
    }

    private static HistoryCursor Travelled(HistoryCursor cursor)
    {
        Assert.True(IncidentCursor.TryRead(IncidentCursor.Write(cursor), out var read));
        Assert.Equal(cursor, read);
        return read;
    }

    [Fact]
    public async Task History_DoesNotLookAtMonthsThatEndBeforeTheLimit()
    {
        await Store.Opened(Sample.Member("a"), "a", Instant.FromUtc(2026, 9, 30, 23, 59));
        var inside = await Store.Opened(Sample.Member("b"), "b", Instant.FromUtc(2026, 10, 1, 0, 0));

        var page = await Store.History(after: null, Instant.FromUtc(2026, 10, 20, 0, 0), limit: 10, None);

        Assert.Equal([inside.Number], page.Incidents.Select(i => i.Number));
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task History_ShowsWhereAnIncidentStandsNow()
    {
        var incident = await Store.Resolved(await Store.Opened(), Sample.Start + Seconds(60));

        var page = await Store.History(after: null, Sample.Start, limit: 10, None);

        AssertSame(incident, Assert.Single(page.Incidents));
    }
}
