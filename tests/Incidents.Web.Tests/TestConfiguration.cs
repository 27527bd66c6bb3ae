using System.Text;
using Incidents.Application.Configuration;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using NodaTime;

namespace Incidents.Web.Tests;

/// <summary>A small team; it can be made to look broken.</summary>
internal sealed class TestConfiguration : IOnCallConfigurationProvider
{
    public const string Topic = "arn:aws:sns:eu-west-1:123456789012:alarms";

    public const string Runbook = """
        ---
        title: Checkout is failing
        services: ["checkout"]
        alarms: ["checkout-*"]
        ---

        ## Meaning

        Alarm `{{ alarm.name }}` in {{ region }} fired.

        ## Impact

        Nobody can pay. [Click](javascript:alert(1)) <javascript:alert(2)> ![seen](https://evil.example/pixel.png) <script>alert(3)</script>

        ## Diagnosis

        1. Look at the graphs.

        ## Mitigation

        1. Roll back.
        """;

    private const string Yaml = """
        people:
          ana: { name: Ana, slack: U0ANA00001 }
          ben: { name: Ben, slack: U0BEN00001 }
        teams: { front: { name: Front, members: [ana, ben] } }
        schedules:
          primary:
            time_zone: Etc/UTC
            rotation: weekly
            handoff: MO 09:00
            participants: [ben, ana]
        escalation_policies:
          standard: { steps: [{ targets: [schedule: primary] }] }
        services:
          checkout: { name: Checkout, alarms: ["checkout-*"], policy: standard, severity: sev1, tags: { tier: front } }
          payments: { name: Payments, alarms: ["payments-*"], policy: standard, group_within: 0m }
          quick: { name: Quick, alarms: ["quick-*"], policy: standard, resolve_after: 0m, group_within: 0m, reopen_within: 0m }
          held: { name: Held, alarms: ["held-*"], policy: standard, hold: 2m }
        catch_all: { targets: [person: ben] }
        heartbeats: { nightly-backup: { every: 24h, service: payments } }
        """;

    private readonly OnCallConfiguration configuration = Load() is ConfigurationResult.Valid valid
        ? valid.Configuration
        : throw new InvalidOperationException(Load().ToString());

    public ConfigurationResult.Invalid? Problem { get; set; }

    /// <summary>What asking for it ends in; null when it can be had.</summary>
    public Exception? Failure { get; set; }

    public ValueTask<OnCallConfiguration> Current(CancellationToken cancellation) =>
        Failure is null ? ValueTask.FromResult(configuration) : throw Failure;

    public static ConfigurationResult.Invalid Mistake { get; } =
        new([new ConfigurationProblem(new Place("config/oncall.yaml", 7, 3), "there is no schedule \"primry\": did you mean primary?")]);

    private static ConfigurationResult Load() =>
        ConfigurationLoader.Load([new ConfigurationFile("oncall.yaml", Encoding.UTF8.GetBytes(Yaml))], "config", Instant.FromUtc(2026, 9, 14, 3, 12));
}
