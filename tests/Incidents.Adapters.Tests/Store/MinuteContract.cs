using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.Tests.Store;

public abstract partial class IncidentStoreContract
{
    [Fact]
    public async Task V02_NoteOfTheMinute_WhenTwoAddAtOnce_KeepsBoth_AndIsReplacedWhenItIsLong()
    {
        var (first, second) = (Told("ada", 1), Told("ben", 2));
        var wait = new ChannelWait("slack", "ops", Sample.Start + Duration.FromSeconds(30));
        await Task.WhenAll(Store.AddToMinute(first, instead: null, None), AnotherWorker().AddToMinute(second with { Waits = [wait] }, instead: null, None));

        var known = await Store.LoadMinute(None);
        Assert.Equal([first.Pages[0], second.Pages[0]], known.Pages.OrderBy(p => p.Person, StringComparer.Ordinal));
        Assert.Equal([wait], known.Waits);
        Assert.Equal(2, (await Store.Known(Sample.Member())).Minute.Pages.Count);

        await Store.AddToMinute(Told("cy", 3), instead: Told("dan", 4), None);
        Assert.Equal(["dan"], (await Store.LoadMinute(None)).Pages.Select(p => p.Person));
    }

    private static MinuteNote Told(string person, int number) => new([new RecentPage(person, "slack", new IncidentNumber(number), Severity.Sev1, Sample.Start)], []);
}
