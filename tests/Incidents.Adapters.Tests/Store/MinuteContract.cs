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
        Assert.Equal([first.Pages[0], second.Pages[0]], known.Pages.OrderBy(p => p.Person));
        Assert.Equal([wait], known.Waits);
        Assert.Equal(2, (await Store.Known(Sample.Member())).Minute.Pages.Count);

        await Store.AddToMinute(Told("cy", 3), instead: Told("dan", 4), None);
        Assert.Equal([new PersonId("dan")], (await Store.LoadMinute(None)).Pages.Select(p => p.Person));
    }

    [Fact]
    public async Task V24_ProofOfTheAddress_WhenPagesAreNotedOrReplaced_Stays_AndComesWithEveryAlarm()
    {
        var proof = new PublicUrlProof(new Uri("https://api.example.com/a|b"), Answers: true, Sample.Start);
        await Store.AddToMinute(MinuteNote.Empty with { Reach = proof }, instead: null, None);
        await Store.AddToMinute(Told("ada", 1), instead: null, None);
        Assert.Equal((proof, 1), ((await Store.Known(Sample.Member())).Minute.Reach, (await Store.LoadMinute(None)).Pages.Count));

        await Store.AddToMinute(Told("cy", 3), instead: Told("dan", 4), None);
        Assert.Equal(proof, (await Store.LoadMinute(None)).Reach);

        var refuted = proof with { Answers = false, At = Sample.Start + Duration.FromHours(1) };
        await AnotherWorker().AddToMinute(MinuteNote.Empty with { Reach = refuted }, instead: null, None);
        Assert.Equal((refuted, 1), ((await Store.LoadMinute(None)).Reach, (await Store.LoadMinute(None)).Pages.Count));
    }

    private static MinuteNote Told(string person, int number) => new([new RecentPage(new PersonId(person), "slack", new IncidentNumber(number), Severity.Sev1, Sample.Start)], []);
}
