using System.Text;
using Incidents.Application;
using Incidents.Application.Configuration;
using Incidents.Application.DueWork;
using Incidents.Application.Notifications;
using Incidents.Application.Time;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Incidents.Scenarios.Tests.Nights;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Scenarios.Tests.Night;

/// <summary>A house whose people have phones and mailboxes, with a tick that does everything at its second.</summary>
internal sealed class NightHost : IDisposable
{
    /// <summary>Ana hands over to Ben on Monday at 03:14: two minutes after the night begins. Dora has only Slack and a phone that rings.</summary>
    public const string Configuration = """
        channels:
          email: { from: incidents@example.com }
          sms: { origination: "+12065550100" }
          voice: { origination: "+12065550100" }
        people:
          ana: { name: Ana, slack: U0ANA00001, phone: "+4915100000001", email: ana@example.com }
          ben: { name: Ben, slack: U0BEN00001, phone: "+4915100000002", email: ben@example.com }
          cleo: { name: Cleo, slack: U0CLEO0001 }
          dora: { name: Dora, slack: U0DORA0001, phone: "+4915100000004" }
        schedules:
          primary: { time_zone: Etc/UTC, rotation: weekly, handoff: "MO 03:14", participants: [ben, ana] }
          secondary: { time_zone: Etc/UTC, rotation: weekly, handoff: "MO 09:00", participants: [cleo] }
          nobody: { time_zone: Etc/UTC, rotation: weekly, handoff: "MO 09:00", start: 2030-01-01T00:00:00Z, participants: [cleo] }
        teams:
          core: { members: [ana, ben] }
        escalation_policies:
          standard: { steps: [{ targets: [schedule: secondary] }, { targets: [schedule: primary], timeout: 10m }], repeat: 1 }
          ringing: { steps: [{ targets: [schedule: primary] }, { targets: [schedule: primary] }] }
          gap: { steps: [{ targets: [schedule: nobody] }, { targets: [schedule: secondary] }] }
          turns: { steps: [{ targets: [person: ana, person: cleo], round_robin: true }] }
        services:
          checkout: { alarms: ["checkout-*"], policy: standard }
          ringing: { alarms: ["ringing-*"], policy: ringing }
          gap: { alarms: ["gap-*"], policy: gap }
          one: { alarms: ["one-*"], policy: turns }
          two: { alarms: ["two-*"], policy: turns }
          office: { alarms: ["office-*"], policy: standard, severity: sev3, support_hours: { zone: Etc/UTC, days: [MO], from: 07:12, to: 17:00 } }
          held: { alarms: ["held-*"], policy: standard, hold: 3m }
        catch_all: { targets: [person: dora] }
        """;

    private readonly SwitchedConfiguration configuration;
    private Instant nextSweep;

    public NightHost(string? configuration = null)
    {
        Yaml = configuration ?? Configuration;
        this.configuration = new SwitchedConfiguration(configuration ?? Configuration);
        House = new ScenarioHost(parts: services =>
        {
            services.AddConfiguration(this.configuration);
            foreach (var kind in new[] { ChannelKind.Slack, ChannelKind.Sms, ChannelKind.Voice, ChannelKind.Email })
            {
                services.AddSingleton<INotificationChannel>(p => new ListeningPages(kind, Pages, Began, p.GetRequiredService<TimeProvider>(), House!.Channel));
            }
        });
        House.Channel.Mentioned = person => Pages.Mention($"{Interruptions.Clock(Now - Began)} slack {person.Name}");
    }

    /// <summary>As it was at the beginning.</summary>
    public string Yaml { get; }

    public static Instant Began { get; } = Instant.FromUtc(2026, 9, 14, 3, 12);

    public ScenarioHost House { get; }

    public PageLog Pages { get; } = new();

    public Instant Now => House.Clock.Now();

    public static DeliveryResult TryAgain(Duration after) => new DeliveryResult.RetryLater(after, "503");

    /// <summary>The channel says 503 to everything from here on, and wants it back as a channel of ours would.</summary>
    public void Break(string kind) => Pages.Answers(kind, message => TryAgain(BackOff.After(message.Attempt, message.Key)));

    public void Mend(string kind) => Pages.Answers(kind, _ => new DeliveryResult.Delivered());

    /// <summary>Somebody deploys another configuration.</summary>
    public void Deploy(string yaml) => configuration.Switch(yaml);

    /// <summary>Lets time pass with a tick that looks whenever something falls due, and never twice in a second.</summary>
    public async Task Pass(Duration time)
    {
        var sweep = House.Get<DueIncidentProcessor>();
        for (var end = Now + time; Now < end;)
        {
            if (await sweep.NextDue(end, CancellationToken.None) is not { } next)
            {
                House.Clock.Jump(end - Now);
                return;
            }

            House.Clock.Jump(Instant.Min(Instant.Max(Instant.Max(next, nextSweep), Now), end) - Now);
            nextSweep = Now + Duration.FromSeconds(1);
            await sweep.Run(Instant.MaxValue, CancellationToken.None);
        }
    }

    /// <summary>Lets time pass without a tick.</summary>
    public void Sleep(Duration time) => House.Clock.Jump(time);

    /// <summary>How often the person of this name was interrupted, and by what.</summary>
    public IReadOnlyList<string> Interrupted(string person) => Interruptions.Of(person, Pages.Everything);

    public Task Sweep() => House.Get<DueIncidentProcessor>().Run(Instant.MaxValue, CancellationToken.None);

    public async Task<IReadOnlyList<IncidentEvent>> Story(int number = 1) => [.. (await House.Story(new IncidentNumber(number))).Timeline.Select(entry => entry.Event)];

    public void Dispose() => House.Dispose();

    private sealed class SwitchedConfiguration(string yaml) : IOnCallConfigurationProvider
    {
        private OnCallConfiguration current = Load(yaml);

        public ConfigurationResult.Invalid? Problem => null;

        public void Switch(string other) => current = Load(other);

        public ValueTask<OnCallConfiguration> Current(CancellationToken cancellation) => ValueTask.FromResult(current);

        private static OnCallConfiguration Load(string yaml) =>
            ConfigurationLoader.Load([new ConfigurationFile("oncall.yaml", Encoding.UTF8.GetBytes(yaml))], "config", Began) is ConfigurationResult.Valid valid
                ? valid.Configuration
                : throw new InvalidOperationException(ConfigurationLoader.Load([new ConfigurationFile("oncall.yaml", Encoding.UTF8.GetBytes(yaml))], "config", Began).ToString());
    }
}
