using NodaTime;

namespace Incidents.FaultInjection;

/// <summary>The configuration of the simulated installation, and who is on call in it.</summary>
internal static class SampleConfiguration
{
    /// <summary>A person whom no schedule or step names; a page to this person breaks an invariant.</summary>
    public const string NeverOnCall = "dan";

    /// <summary>The person of the first step, written out so that the code under test is not asked.</summary>
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
