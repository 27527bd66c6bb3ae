using Incidents.Application.Store;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.Tests.Store;

/// <summary>Steps that most tests of a store begin with.</summary>
internal static class StoreSteps
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static async Task<Incident> Opened(this IIncidentStore store, AlarmMember? member = null, string service = "checkout", Instant? at = null, IncidentSource source = IncidentSource.Alarm, string? text = null)
    {
        var known = await store.LoadAlarm(Sample.Query(member ?? Sample.Member(), service), None);
        var opening = Sample.Opening(await store.NextNumber(None), known, member, service, at, source, text);
        Assert.Equal(SaveResult.Saved, await store.Open(opening, None));
        return opening.Incident;
    }

    public static async Task<Incident> Saved(this IIncidentStore store, IncidentCommit commit)
    {
        Assert.Equal(SaveResult.Saved, await store.Save(commit, None));
        return commit.After;
    }

    public static async Task<Incident> Saved(this IIncidentStore store, Incident before, Decision decision) => await store.Saved(Sample.Commit(before, decision));

    public static async Task<Incident> Resolved(this IIncidentStore store, Incident incident, Instant at) =>
        await store.Saved(incident, Responding.Resolve(incident, Sample.Ada, ResolveReason.Fixed, confirmed: true, note: null, at));

    public static async Task<IncidentRecord> Read(this IIncidentStore store, IncidentNumber number, AlarmMember? member = null) =>
        Assert.IsType<IncidentRecord>(await store.Load(number, member, None));

    public static async Task<AlarmContext> Known(this IIncidentStore store, AlarmMember member, string service = "checkout") =>
        await store.LoadAlarm(Sample.Query(member, service), None);
}
