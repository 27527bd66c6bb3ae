using Incidents.Application.Alarms;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Intake;

/// <summary>Asks CloudWatch, before a recovery resolves a Sev1 or Sev2, whether its alarms are OK: a message alone proves nothing, since any publisher on the topic can send one.</summary>
/// <param name="states">Null where there is no CloudWatch to ask.</param>
public sealed class AskRecovery(IIncidentStore store, TimeProvider clock, IAlarmStates? states = null)
{
    internal async Task<RecoveryBelief> Ask(Incident incident, CancellationToken cancellation)
    {
        if (states is null || incident.Source != IncidentSource.Alarm || Severity.Sev2.IsWorseThan(incident.Severity))
        {
            return RecoveryBelief.Unasked;
        }

        var members = (await store.Members(incident.Number, cancellation)).Select(m => m.Member);
        var keys = (incident.Opener is { } opener ? members.Append(opener.Member) : members).Where(IsAsked).Select(m => m.Key).Distinct().ToList();
        if (keys.Count == 0)
        {
            return RecoveryBelief.Unasked;
        }

        var answer = await InTime(states, keys, cancellation);
        return keys.Exists(key => answer.GetValueOrDefault(key) == AlarmState.Alarm) ? RecoveryBelief.StillFiring
            : keys.TrueForAll(answer.ContainsKey) ? RecoveryBelief.Confirmed
            : RecoveryBelief.NotConfirmed;
    }

    /// <summary>An alarm of several series is in ALARM while any of them is, so its state says nothing of one. What is no alarm of CloudWatch's cannot be asked.</summary>
    private static bool IsAsked(AlarmMember member) => member.ContributorId is null && member.Key.Value.Split(':', 4) is ["arn", _, "cloudwatch", _];

    private async Task<IReadOnlyDictionary<DedupKey, AlarmState>> InTime(IAlarmStates cloudWatch, List<DedupKey> keys, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            return await cloudWatch.Check(keys, either.Token).WaitAsync(either.Token);
        }
        catch (Exception failure) when (failure is AlarmStatesUnavailableException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new Dictionary<DedupKey, AlarmState>();
        }
    }

    /// <summary>A recovery that resolves at once waits no longer than this for the answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
}
