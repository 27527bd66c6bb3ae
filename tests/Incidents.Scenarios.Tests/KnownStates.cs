using Incidents.Application.Alarms;
using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Scenarios.Tests;

/// <summary>A CloudWatch that says what it is told to say.</summary>
internal sealed class KnownStates : IAlarmStates
{
    public const string OurTopic = "arn:aws:sns:eu-west-1:123456789012:incidents";

    public List<FiringAlarm> Now { get; } = [];

    public HashSet<string> Muted { get; } = [];

    public bool IsDown { get; set; }

    public string Topic => OurTopic;

    public Task<IReadOnlyList<FiringAlarm>> Firing(CancellationToken cancellation) =>
        IsDown ? throw new AlarmStatesUnavailableException("cloudwatch:DescribeAlarms failed: AccessDenied") : Task.FromResult<IReadOnlyList<FiringAlarm>>([.. Now]);

    public Task<bool> IsMuted(FiringAlarm alarm, CancellationToken cancellation) => Task.FromResult(Muted.Contains(alarm.Name));

    public Task<AlarmState?> Check(DedupKey alarm, CancellationToken cancellation) =>
        Task.FromResult<AlarmState?>(IsDown ? null : Now.Exists(a => a.Arn == alarm.Value) ? AlarmState.Alarm : AlarmState.Ok);

    /// <summary>An alarm of ours, in ALARM since then.</summary>
    public static FiringAlarm Alarm(string name, Instant since) => new()
    {
        Arn = $"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:{name}",
        Name = name,
        Since = since,
        Reason = "Threshold Crossed",
        ActionsEnabled = true,
        Actions = [OurTopic],
    };
}
