namespace Incidents.Cli.Cost;

/// <summary>What a month uses, in the units of the price list.</summary>
internal static class Usage
{
    private const decimal Ticks = 43_200;
    private const decimal BytesOfGigabyte = 1_000_000_000;

    /// <summary>Assumed for a warm run at 512 MB: no run in Lambda has been measured.</summary>
    public const decimal TickMilliseconds = 100;

    /// <summary>Assumed likewise, for an alarm with its page, its recovery and a press.</summary>
    public const decimal AlarmMilliseconds = 1_500;

    /// <summary>Units of write in the life of an incident, as the store's own tests measure them.</summary>
    public const decimal WritesOfALife = 36;

    private const decimal TickMemory = 0.5m;
    private const decimal AlarmMemory = 1m;

    /// <summary>Lambda asks a queue with five long polls of 20 seconds at a time, whether there is anything in it or not.</summary>
    private const decimal PollsAMonth = 5 * Ticks * 3;

    /// <summary>Nothing happens but the tick, which runs every minute.</summary>
    public static IReadOnlyDictionary<string, decimal> Idle(TemplateCount stack) => new Dictionary<string, decimal>
    {
        ["lambda-requests"] = Ticks,
        ["lambda-gb-seconds"] = Ticks * TickMilliseconds / 1000 * TickMemory,
        ["dynamodb-writes"] = Ticks,
        ["dynamodb-reads"] = Ticks * 7,
        ["sqs-requests"] = stack.PolledQueues * PollsAMonth,
        ["eventbridge-rules"] = Ticks,
        ["alarm-metrics"] = stack.AlarmMetrics,
        ["composite-alarms"] = stack.CompositeAlarms,
        ["custom-metrics"] = stack.CustomMetrics,
        ["dashboards"] = stack.Dashboards,
        ["logs-gb"] = Ticks * 1_500 / BytesOfGigabyte,
        ["traces"] = Ticks,
        ["parameters"] = 3,
    };

    /// <summary>Alarms that each open an incident, page one person, are acknowledged by a press and recover.</summary>
    public static IReadOnlyDictionary<string, decimal> Alarms(int count) => new Dictionary<string, decimal>
    {
        ["lambda-requests"] = count * 3m,
        ["lambda-gb-seconds"] = count * AlarmMilliseconds / 1000 * AlarmMemory,
        ["dynamodb-writes"] = count * WritesOfALife,
        ["dynamodb-reads"] = count * 40m,
        ["sns-publishes"] = count * 2m,
        ["http-api"] = count,
        ["logs-gb"] = count * 10_000m / BytesOfGigabyte,
        ["traces"] = count * 3m,
    };
}
