using Incidents.Application.Measuring;

namespace Incidents.Cli.Cost;

/// <summary>What a month uses, in the units of the price list.</summary>
internal static class Usage
{
    private const decimal Ticks = 43_200;
    private const int Days = 30;
    private const int Hours = Days * 24;
    private const decimal BytesOfGigabyte = 1_000_000_000;

    /// <summary>Assumed for a warm run: none in Lambda has been measured.</summary>
    public const decimal TickMilliseconds = 100;

    /// <summary>Assumed likewise, for an alarm with its page, its recovery and a press.</summary>
    public const decimal AlarmMilliseconds = 1_500;

    /// <summary>Units of write in the life of an incident, as the store's own tests measure them.</summary>
    public const decimal WritesOfALife = 36;

    private const decimal AlarmMemory = 1m;

    /// <summary>Runs of functions in the life of an incident.</summary>
    private const decimal InvocationsOfALife = 3;

    /// <summary>Every invocation looks up which configuration is in force: a consistent read of a small item.</summary>
    private const decimal ReadsOfConfiguration = 1;

    /// <summary>Hours of a day in which the daily check sends metrics: its alarm in one, its end perhaps in the next.</summary>
    private const decimal CheckHours = 2;

    /// <summary>Names in the namespace of the functions. Each is a custom metric in every hour in which it is sent, whether it is read or not.</summary>
    private static readonly int Metrics = typeof(MetricNames).GetFields().Length;

    /// <summary>Lambda asks a queue with five long polls of 20 seconds at a time, whether there is anything in it or not.</summary>
    private const decimal PollsAMonth = 5 * Ticks * 3;

    /// <summary>Nothing happens but the tick, which runs every minute, and the daily check, which is an alarm of its own.</summary>
    public static IReadOnlyDictionary<string, decimal> Idle(TemplateCount stack)
    {
        var idle = new Dictionary<string, decimal>
        {
            ["lambda-requests"] = Ticks,
            ["lambda-gb-seconds"] = Ticks * TickMilliseconds / 1000 * stack.TickMegabytes / 1024,
            ["dynamodb-writes"] = Ticks,
            ["dynamodb-reads"] = Ticks * (6 + ReadsOfConfiguration),
            ["sqs-requests"] = stack.PolledQueues * PollsAMonth,
            ["eventbridge-rules"] = Ticks,
            ["alarm-metrics"] = stack.AlarmMetrics,
            ["composite-alarms"] = stack.CompositeAlarms,
            ["custom-metrics"] = Metrics * CheckHours / 24,
            ["dashboards"] = stack.Dashboards,
            ["logs-gb"] = Ticks * 1_500 / BytesOfGigabyte,
            ["traces"] = Ticks,
            ["parameters"] = 3,
        };
        foreach (var (item, units) in Life(Days))
        {
            idle[item] = idle.GetValueOrDefault(item) + units;
        }

        return idle;
    }

    /// <summary>Alarms that each open an incident, page one person, are acknowledged by a press and recover, spread over the month.</summary>
    public static IReadOnlyDictionary<string, decimal> Alarms(int count) => new Dictionary<string, decimal>(Life(count))
    {
        ["custom-metrics"] = Metrics * (decimal)Math.Min(count, Hours - Days * (int)CheckHours) / Hours,
    };

    private static Dictionary<string, decimal> Life(int count) => new()
    {
        ["lambda-requests"] = count * InvocationsOfALife,
        ["lambda-gb-seconds"] = count * AlarmMilliseconds / 1000 * AlarmMemory,
        ["dynamodb-writes"] = count * WritesOfALife,
        ["dynamodb-reads"] = count * (40 + InvocationsOfALife * ReadsOfConfiguration),
        ["sns-publishes"] = count * 2m,
        ["http-api"] = count,
        ["logs-gb"] = count * 10_000m / BytesOfGigabyte,
        ["traces"] = count * InvocationsOfALife,
    };
}
