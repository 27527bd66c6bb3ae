using NodaTime;

namespace Incidents.Cli.Torture;

/// <summary>Who is on call in the tortured installation.</summary>
internal static class OnCall
{
    /// <summary>Never on duty and never asked for: whoever pages him pages somebody off rota.</summary>
    public const string Nobody = "dan";

    /// <summary>Who has the first step, in so many words: what is tested must not be asked.</summary>
    public static string Primary(Instant at) => at < HandOff ? "ben" : "ana";

    private static readonly Instant HandOff = Instant.FromUtc(2026, 9, 14, 9, 0);

    public const string Yaml = """
        people:
          ana: { name: Ana, slack: U0ANA00001, phone: "+4930000001" }
          ben: { name: Ben, slack: U0BEN00001, phone: "+4930000002" }
          cy: { name: Cy, slack: U0CY000001, phone: "+4930000003" }
          dan: { name: Dan, slack: U0DAN00001, phone: "+4930000004" }
        channels:
          sms: { origination: "+12065550100" }
        schedules:
          primary: { time_zone: Etc/UTC, rotation: daily, handoff: "09:00", participants: [ana, ben] }
        escalation_policies:
          standard:
            repeat: 1
            steps:
              - { targets: [schedule: primary], timeout: 4m }
              - { targets: [person: cy], timeout: 4m }
        services:
          checkout: { alarms: ["checkout-*"], policy: standard }
          payments: { alarms: ["payments-*"], policy: standard, severity: sev1 }
          storm: { alarms: ["storm-*"], policy: standard }
          quick: { alarms: ["quick-*"], policy: standard, resolve_after: 0m }
          held: { alarms: ["held-*"], policy: standard, hold: 2m }
        heartbeats: { export: { every: 1h, grace: 10m, service: payments } }
        catch_all: { targets: [person: cy] }
        """;
}
