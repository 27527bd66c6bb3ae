using Incidents.Application.Store;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.Tests.Store;

public abstract partial class IncidentStoreContract
{
    [Fact]
    public async Task NextNumber_FromManyWorkersAtOnce_IsNeverGivenTwice()
    {
        var workers = Enumerable.Range(0, 4).Select(_ => AnotherWorker()).ToList();

        var numbers = await Task.WhenAll(Enumerable.Range(0, 120).Select(i => workers[i % 4].NextNumber(None)));

        Assert.Equal(120, numbers.Distinct().Count());
        Assert.All(numbers, n => Assert.InRange(n.Value, 1, 1_000));
    }

    [Fact]
    public async Task Open_ThenLoad_GivesBackAllOfIt()
    {
        var opening = Sample.Opening(await Store.NextNumber(None), await Store.Known(Sample.Member()));

        Assert.Equal(SaveResult.Saved, await Store.Open(opening, None));

        var record = await AnotherWorker().Read(opening.Incident.Number);
        AssertSame(opening.Incident, record.Incident);
        Assert.Equal(opening.Detail.Message, record.Detail.Message);
        Assert.Equal(opening.Detail.Runbooks, record.Detail.Runbooks);
        Assert.Equal(opening.Detail.Configuration, record.Detail.Configuration);
        Assert.Null(record.Member);
    }

    [Fact]
    public async Task Open_PointsAlarmAndServiceToTheIncident()
    {
        var incident = await Store.Opened();

        var known = await AnotherWorker().Known(Sample.Member());

        Assert.Equal(incident.Number, known.Own?.Open);
        Assert.Equal(incident.Number, known.Own?.Last);
        Assert.Equal(Sample.Firing(), known.Own?.Seen);
        Assert.Equal(known.Own, known.Whole);
        Assert.Equal(incident.Number, known.Service?.Open);
    }

    [Fact]
    public async Task F03_Open_OnTwoWorkersAtOnce_OneWinsAndTheLoserFindsIt()
    {
        var workers = new[] { Store, AnotherWorker() };
        var openings = new List<IncidentOpening>();
        foreach (var worker in workers)
        {
            openings.Add(Sample.Opening(await worker.NextNumber(None), await worker.Known(Sample.Member())));
        }

        var results = await Task.WhenAll(workers.Zip(openings, (worker, opening) => Task.Run(() => worker.Open(opening, None))));

        Assert.Equal([SaveResult.Saved, SaveResult.Conflict], results.Order());
        var winner = openings[Array.IndexOf(results, SaveResult.Saved)].Incident.Number;
        Assert.Equal(winner, (await Store.Known(Sample.Member())).Own?.Open);
        Assert.Null(await Store.Load(openings.Single(o => o.Incident.Number != winner).Incident.Number, null, None));
    }

    [Fact]
    public async Task Open_WhenTheServiceGotAnIncidentMeanwhile_IsConflict()
    {
        var opening = Sample.Opening(await Store.NextNumber(None), await Store.Known(Sample.Member("checkout-latency")));
        await Store.Opened(Sample.Member("checkout-5xx"));

        Assert.Equal(SaveResult.Conflict, await Store.Open(opening, None));
        Assert.Null(await Store.Load(opening.Incident.Number, null, None));
        Assert.Null((await Store.Known(Sample.Member("checkout-latency"))).Own);
    }

    [Fact]
    public async Task Open_WithANumberThatIsTaken_IsConflict()
    {
        var taken = await Store.Opened();

        var opening = Sample.Opening(taken.Number, await Store.Known(Sample.Member("other"), "other"), Sample.Member("other"), "other");

        Assert.Equal(SaveResult.Conflict, await Store.Open(opening, None));
    }

    [Fact]
    public async Task Open_DeclaredByAPerson_PointsNoAlarmToIt()
    {
        var incident = await Store.Opened(source: IncidentSource.Declared);

        Assert.Null((await Store.Known(Sample.Member())).Own);
        Assert.Equal(incident.Number, (await Store.Known(Sample.Member())).Service?.Open);
        Assert.Null((await Store.Read(incident.Number)).Detail.Message);
    }

    [Fact]
    public async Task Open_OfSomethingNobodyCanRead_DoesNotBecomeTheServices()
    {
        var incident = await Store.Opened(source: IncidentSource.Unreadable);

        var known = await Store.Known(Sample.Member());
        Assert.Equal(incident.Number, known.Own?.Open);
        Assert.Null(known.Service?.Open);
    }

    [Theory]
    [InlineData(IncidentSource.DailyCheck)]
    [InlineData(IncidentSource.VersionCheck)]
    public async Task Open_OfACheck_IsFoundByItsAlarm_AndIsNeitherTheServicesNorHistory(IncidentSource source)
    {
        var incident = await Store.Opened(source: source);

        var known = await AnotherWorker().Known(Sample.Member());
        Assert.Equal(incident.Number, known.Own?.Open);
        Assert.Null(known.Service?.Open);
        Assert.Equal(source, (await AnotherWorker().Read(incident.Number)).Incident.Source);
        Assert.Empty((await AnotherWorker().History(after: null, Sample.Start, limit: 10, None)).Incidents);
    }

    [Fact]
    public async Task Open_ByAContributor_IsFoundByTheOthers()
    {
        var first = Sample.Member("fleet-cpu", "i-1");
        var incident = await Store.Opened(first);

        var other = await AnotherWorker().Known(Sample.Member("fleet-cpu", "i-2"));

        Assert.Null(other.Own);
        Assert.Equal(incident.Number, other.Whole?.Open);
        Assert.Null(other.Whole?.Seen);
    }

    [Fact]
    public async Task Load_OfAnUnknownNumber_IsNull()
    {
        Assert.Null(await Store.Load(new IncidentNumber(999_999), null, None));
        Assert.Empty(await Store.Timeline(new IncidentNumber(999_999), None));
        Assert.Empty(await Store.Members(new IncidentNumber(999_999), None));
    }
}
