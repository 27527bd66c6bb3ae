using Incidents.Application.Store;
using Incidents.Domain.Alarms;

namespace Incidents.Adapters.Tests.Store;

public abstract partial class IncidentStoreContract
{
    public static TheoryData<string> OddNames { get; } = new()
    {
        "INC#1", "a/b//c", "..", "HEAD", "T#000000001", "ALARM#x", "🔥 payments 🔥", "line\nbreak\ttab", "\"quoted\" 'twice' \\", "__proto__", ":v0 = :v0 OR #x",
        "نام هشدار", "<script>alert(1)</script>", "nul\0inside", " ", new string('x', 255), string.Concat(Enumerable.Repeat("👩‍🚒", 51)),
    };

    [Theory]
    [MemberData(nameof(OddNames))]
    public async Task OddNames_OfAlarmsContributorsAndServices_AreJustNames(string name)
    {
        var member = new AlarmMember(new DedupKey(name), name);
        var incident = await Store.Opened(member, service: name);
        var joined = Sample.Joining(name, Sample.Start) with { Member = member with { ContributorId = "other" } };
        await Store.SaveMember(incident.Number, joined, expected: null, None);
        await Store.ExpectChildren(incident.Number, [new DedupKey(name)], None);

        var known = await AnotherWorker().LoadAlarm(Sample.Query(member, name, new DedupKey(name)), None);

        Assert.Equal(incident.Number, known.Whole?.Open);
        Assert.Equal(member.Whole, known.Whole?.Member);
        Assert.Equal(incident.Number, known.Service?.Open);
        Assert.Equal(incident.Number, known.ExpectedBy);
        Assert.Equal(incident.Number, Assert.Single(known.Children).Open);
        var record = await AnotherWorker().Read(incident.Number, joined.Member);
        Assert.Equal(member, record.Incident.Opener?.Member);
        Assert.Equal((name, name), (record.Incident.Title, record.Member?.Name));
        Assert.Equal(SaveResult.Saved, await Store.Remember(member, Sample.Calm(), known, None));
        Assert.Equal(member, (await Store.LoadAlarm(Sample.Query(member, name), None)).Own?.Member);
    }
}
