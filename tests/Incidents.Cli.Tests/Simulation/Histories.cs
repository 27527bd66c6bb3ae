using System.Text;
using Incidents.Cli.Simulation;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using Incidents.Scenarios.Tests;
using NodaTime;

namespace Incidents.Cli.Tests.Simulation;

/// <summary>Histories that are written down, and a team that is paged by them.</summary>
internal static class Histories
{
    /// <summary>A Monday, at night in Berlin.</summary>
    public static readonly Instant Night = Instant.FromUtc(2026, 9, 14, 1, 0);

    private const string Yaml = """
        people:
          ana: { name: Ana, slack: U0ANA00001, phone: "+491701234567", time_zone: Europe/Berlin }
          ben: { name: Ben, slack: U0BEN00001, phone: "+12025550104", time_zone: America/New_York }
        schedules:
          primary: { time_zone: Europe/Berlin, rotation: weekly, handoff: MO 09:00, participants: [ana, ben], start: 2026-09-07T07:00:00Z }
          secondary: { time_zone: Europe/Berlin, rotation: weekly, handoff: MO 09:00, participants: [ben, ana], start: 2026-09-07T07:00:00Z }
        escalation_policies:
          standard: { steps: [{ targets: [schedule: primary], timeout: 5m }, { targets: [schedule: secondary], timeout: 5m }], repeat: 1 }
        services:
          checkout: { alarms: ["checkout-*"], policy: standard, resolve_after: 0m }
        channels:
          sms: { origination: "+491700000000" }
        catch_all: { targets: [person: ben], resolve_after: 0m }
        """;

    public static OnCallConfiguration Team { get; } = Configured(Yaml);

    public static OnCallConfiguration Configured(string yaml) =>
        ConfigurationLoader.Load([new ConfigurationFile("oncall.yaml", Encoding.UTF8.GetBytes(yaml))], "config", Night) switch
        {
            ConfigurationResult.Valid valid => valid.Configuration,
            var invalid => throw new InvalidOperationException(invalid.ToString()),
        };

    public static string Change(string name, string state, Instant at) => AlarmBody.Metric(name, state, at).ReplaceLineEndings(" ");

    public static Task<SimulationReport> Replay(params string[] lines) => Replay(acknowledgeAfter: null, lines);

    public static Task<SimulationReport> Replay(Duration? acknowledgeAfter, params string[] lines) =>
        SimulationReport.Run(AlarmHistory.Read(lines), Team, acknowledgeAfter, CancellationToken.None);
}
