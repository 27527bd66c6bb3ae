using Incidents.Application.Alarms;
using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Cli.Simulation;

/// <summary>A file with one alarm a line: a CloudWatch body, an SNS envelope around one, or an EventBridge event; and, where somebody did something, a <see cref="HistoricAct"/>.</summary>
/// <param name="Alarms">In the order in which they happened.</param>
/// <param name="Unusable">Lines that cannot be replayed, with the reason.</param>
internal sealed record AlarmHistory(IReadOnlyList<HistoricAlarm> Alarms, IReadOnlyList<string> Unusable)
{
    /// <summary>Stands where nobody knows when a text was sent. It lies ahead of all alarms, because none is believed to have changed after it was sent.</summary>
    private static readonly Instant NoTime = Instant.FromUtc(9000, 1, 1, 0, 0);

    /// <summary>What people did, in the order in which they did it.</summary>
    public IReadOnlyList<HistoricAct> Acts { get; init; } = [];

    public static AlarmHistory Read(IEnumerable<string> lines)
    {
        var alarms = new List<HistoricAlarm>();
        var unusable = new List<string>();
        var acts = new List<HistoricAct>();
        foreach (var (index, line) in lines.Index().Where(l => !string.IsNullOrWhiteSpace(l.Item)))
        {
            if (HistoricActs.Read(line, index + 1) is { } read)
            {
                acts.AddRange(read.Act is { } act ? [act] : []);
                unusable.AddRange(read.Problem is { } problem ? [problem] : []);
                continue;
            }

            foreach (var message in AlarmMessages.Read(line.TrimStart('\uFEFF'), NoTime))
            {
                var parsed = AlarmParser.Parse(message);
                var alarm = (parsed as ParsedMessage.Alarm)?.Value;
                var at = Instant.Min(alarm?.ChangedAt ?? NoTime, message.SentAt);
                if (at < NoTime)
                {
                    alarms.Add(new HistoricAlarm(at, message with { SentAt = at }, alarm is { State: AlarmState.Alarm } ? alarm.Name : null) { Origin = alarm?.Origin, Line = index + 1 });
                }
                else
                {
                    unusable.Add($"line {index + 1}: {(parsed as ParsedMessage.Unreadable)?.Reason ?? "It does not say when it happened."}");
                }
            }
        }

        return new AlarmHistory([.. alarms.OrderBy(a => a.At)], unusable) { Acts = [.. acts.OrderBy(a => a.At)] };
    }
}
