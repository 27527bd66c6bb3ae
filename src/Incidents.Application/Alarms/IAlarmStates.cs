using Incidents.Domain.Alarms;

namespace Incidents.Application.Alarms;

/// <summary>What CloudWatch itself says of its alarms, for when no message of theirs has said it.</summary>
public interface IAlarmStates
{
    /// <summary>ARN of the topic whose alarms are ours.</summary>
    string Topic { get; }

    /// <summary>Metric and composite alarms that are in ALARM and name the topic among the actions for it.</summary>
    /// <exception cref="AlarmStatesUnavailableException">They cannot be read now.</exception>
    Task<IReadOnlyList<FiringAlarm>> Firing(CancellationToken cancellation);

    /// <summary>Whether a mute rule keeps the alarm's actions from running now; false when that cannot be learnt.</summary>
    Task<bool> IsMuted(FiringAlarm alarm, CancellationToken cancellation);

    /// <summary>The state of one alarm now; null when it cannot be learnt: the alarm is gone, of another account or region, or there is no answer.</summary>
    Task<AlarmState?> Check(DedupKey alarm, CancellationToken cancellation);

    /// <summary>Returns the states of many alarms now; leaves out those that cannot be learnt.</summary>
    async Task<IReadOnlyDictionary<DedupKey, AlarmState>> Check(IReadOnlyCollection<DedupKey> alarms, CancellationToken cancellation)
    {
        var known = new Dictionary<DedupKey, AlarmState>();
        foreach (var alarm in alarms)
        {
            if (await Check(alarm, cancellation) is { } state)
            {
                known[alarm] = state;
            }
        }

        return known;
    }
}

/// <summary>CloudWatch gives no answer that helps. The message names action and error, and holds no secret.</summary>
public sealed class AlarmStatesUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
