namespace Incidents.Functions.Tests.Permissions;

/// <summary>A package with one person who is reached by everything at once, and a policy that goes on.</summary>
internal sealed class SampleTeam : IDisposable
{
    public const string Number = "+12025550100";

    private const string Configuration = $$"""
        channels:
          sms: { origination: "{{Number}}" }
          voice: { origination: "{{Number}}" }
          email: { from: incidents@example.com }
        people:
          ana:
            name: Ana
            slack: U0ANA00001
            phone: "+447700900101"
            email: ana@example.com
            push: { ntfy: ana-push }
            notify:
              high: [{ channel: slack }, { channel: push }, { channel: sms }, { channel: voice }, { channel: email }]
        schedules:
          primary: { time_zone: Etc/UTC, rotation: weekly, handoff: MO 09:00, participants: [ana] }
        escalation_policies:
          standard: { steps: [{ targets: [person: ana] }, { targets: [schedule: primary] }] }
        services:
          checkout: { alarms: ["checkout-*"], policy: standard, resolve_after: 0m }
          payments: { alarms: ["payments-*"], policy: standard, resolve_after: 5m }
        slack: { webhooks: { payments: slack-webhook-payments } }
        watchdog: pushover-token
        heartbeats: { nightly: { every: 24h, service: checkout } }
        catch_all: { targets: [person: ana] }
        """;

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory();

    public SampleTeam()
    {
        File.WriteAllText(Path.Combine(directory.CreateSubdirectory("config").FullName, "oncall.yaml"), Configuration);
        directory.CreateSubdirectory("runbooks");
    }

    /// <summary>The directory a function finds itself in.</summary>
    public string Package => directory.FullName;

    public void Dispose() => directory.Delete(recursive: true);
}
