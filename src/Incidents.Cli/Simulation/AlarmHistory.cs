using Incidents.Application.Alarms;
using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Cli.Simulation;

/// <summary>
/// A file with one alarm a line: a CloudWatch body, an SNS envelope around one, or an EventBridge event; and, for what a person did, a
/// <see cref="HistoricAct"/>. Or the output of describe-alarm-history (<see cref="DescribedHistory"/>).
/// </summary>
/// <param name="Alarms">In the order in which they happened.</param>
/// <param name="Unusable">Lines that cannot be replayed, with the reason.</param>
internal sealed record AlarmHistory(IReadOnlyList<HistoricAlarm> Alarms, IReadOnlyList<string> Unusable)
{
    /// <summary>Stands for an unknown send time. It lies after all alarms, because no alarm is accepted as changed later than it was sent.</summary>
    private static readonly Instant NoTime = Instant.FromUtc(9000, 1, 1, 0, 0);

    /// <summary>What people did, in the order in which they did it.</summary>
    public IReadOnlyList<HistoricAct> Acts { get; init; } = [];

    /// <summary>Reads a whole file, be it lines or what `aws cloudwatch describe-alarm-history` printed.</summary>
    /// <param name="place">Where alarms are for which that output does not say it.</param>
    public static AlarmHistory Read(string text, AlarmPlace place)
    {
        if (!DescribedHistory.Matches(text))
        {
            return Read(text.Split('\n'));
        }

        var described = DescribedHistory.Read(text, place);
        var read = Read(described.Documents);
        return read with { Unusable = [.. described.Problems, .. read.Unusable] };
    }

    public static AlarmHistory Read(IEnumerable<string> lines) =>
        Read(lines.Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)).Select(line => (line.Item, line.Index + 1, $"line {line.Index + 1}")));

    private static AlarmHistory Read(IEnumerable<(string Text, int Line, string Place)> documents)
    {
        var alarms = new List<HistoricAlarm>();
        var unusable = new List<string>();
        var acts = new List<HistoricAct>();
        foreach (var (text, line, place) in documents)
        {
            if (HistoricActs.Read(text, line) is { } read)
            {
                acts.AddRange(read.Act is { } act ? [act] : []);
                unusable.AddRange(read.Problem is { } problem ? [problem] : []);
                continue;
            }

            foreach (var message in AlarmMessages.Read(text.TrimStart('\uFEFF'), NoTime))
            {
                var parsed = AlarmParser.Parse(message);
                var alarm = (parsed as ParsedMessage.Alarm)?.Value;
                var at = Instant.Min(alarm?.ChangedAt ?? NoTime, message.SentAt);
                if (at < NoTime)
                {
                    alarms.Add(new HistoricAlarm(at, message with { SentAt = at }, alarm is { State: AlarmState.Alarm } ? alarm.Name : null) { Origin = alarm?.Origin, Line = line });
                }
                else
                {
                    unusable.Add($"{place}: {(parsed as ParsedMessage.Unreadable)?.Reason ?? "It does not say when it happened."}");
                }
            }
        }

        return new AlarmHistory([.. alarms.OrderBy(a => a.At)], unusable) { Acts = [.. acts.OrderBy(a => a.At)] };
    }
}
