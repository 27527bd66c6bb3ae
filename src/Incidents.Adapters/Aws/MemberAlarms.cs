using System.Collections.Concurrent;
using Incidents.Application.Alarms;
using Incidents.Domain.Alarms;

namespace Incidents.Adapters.Aws;

/// <summary>CloudWatch of this account and region, and of the member accounts and other regions that alarms come from, each asked by its read role.</summary>
/// <remarks>An account whose role is missing cannot be asked: its alarms are left out of every answer, and none of them is ever taken for OK.</remarks>
/// <param name="home">This account and region, which alone is searched for alarms whose message never came.</param>
/// <param name="open">Opens CloudWatch of an account and region.</param>
public sealed class MemberAlarms(IAlarmStates home, Func<string, string, IAlarmStates> open) : IAlarmStates
{
    private readonly ConcurrentDictionary<(string Account, string Region), IAlarmStates> elsewhere = [];

    /// <inheritdoc />
    public string Topic => home.Topic;

    /// <inheritdoc />
    public Task<IReadOnlyList<FiringAlarm>> Firing(CancellationToken cancellation) => home.Firing(cancellation);

    /// <inheritdoc />
    public Task<bool> IsMuted(FiringAlarm alarm, CancellationToken cancellation) => home.IsMuted(alarm, cancellation);

    /// <inheritdoc />
    public async Task<AlarmState?> Check(DedupKey alarm, CancellationToken cancellation) =>
        (await Check([alarm], cancellation)).TryGetValue(alarm, out var state) ? state : null;

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<DedupKey, AlarmState>> Check(IReadOnlyCollection<DedupKey> alarms, CancellationToken cancellation)
    {
        var answers = await Task.WhenAll(alarms.Distinct().GroupBy(PlaceOf).Where(place => place.Key is not null).Select(place => At(place.Key!.Value).Check([.. place], cancellation)));
        return answers.SelectMany(known => known).ToDictionary();
    }

    private IAlarmStates At((string Account, string Region) place) =>
        Topic.Split(':') is [_, _, _, var region, var account, ..] && place == (account, region) ? home : elsewhere.GetOrAdd(place, p => open(p.Account, p.Region));

    private static (string Account, string Region)? PlaceOf(DedupKey alarm) =>
        AlarmArn.OriginOf(alarm) is { } origin ? (origin.Account, origin.Region) : null;
}
