using System.Diagnostics;
using System.Text;
using Incidents.Application;
using Incidents.Application.Alarms;
using Incidents.Application.Configuration;
using Incidents.Cli;
using Incidents.Cli.Simulation;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using NodaTime;

namespace Incidents.Benchmarks;

/// <summary>Measures the memory of the process, now and over many simulated alarms.</summary>
internal static class MemoryUse
{
    private const string Configuration = """
        people:
          ada: { name: Ada Lovelace, slack: U0ADA00001 }
        escalation_policies:
          standard: { steps: [{ targets: [person: ada] }] }
        services:
          bench: { alarms: ["bench-*"], policy: standard }
        catch_all: { targets: [person: ada] }
        channels: { slack_only: measuring }
        """;

    public static string Resident()
    {
        using var process = Process.GetCurrentProcess();
        process.Refresh();
        return $"resident memory:        {process.WorkingSet64 / 1024 / 1024} MB (the measuring client and the Slack stand-in included)";
    }

    /// <summary>Managed memory after each tenth of many alarms on a virtual clock, an alarm every ten minutes, each acknowledged and recovered.</summary>
    public static async Task<string> OverTime(int alarms, CancellationToken cancellation)
    {
        var start = Instant.FromUtc(2026, 1, 1, 0, 0);
        var loaded = (ConfigurationResult.Valid)ConfigurationLoader.Load([new ConfigurationFile("bench.yaml", Encoding.UTF8.GetBytes(Configuration))], "bench", start);
        using var simulator = new Simulator(loaded.Configuration, start, acknowledgeAfter: Duration.FromMinutes(2), _ => { });
        var held = new List<long>();
        for (var i = 0; i < alarms; i++)
        {
            var at = start + Duration.FromMinutes(10 * i);
            var body = SampleAlarm.Metric($"bench-{i / 2 % 50}", at, ok: i % 2 == 1);
            await simulator.Arrive(new HistoricAlarm(at, new AlarmMessage(body, Subject: null, MessageId: null, TopicArn: null, at), Fires: null), cancellation);
            if ((i + 1) % (alarms / 10) == 0)
            {
                held.Add(GC.GetTotalMemory(forceFullCollection: true) / 1024);
            }
        }

        return $"{alarms} simulated alarms: {held[0]} KB held after the first tenth, {held[^1]} KB after the last (most: {held.Max()} KB)";
    }
}
