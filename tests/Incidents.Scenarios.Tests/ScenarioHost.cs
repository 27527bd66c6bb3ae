using System.Text;
using System.Text.Json;
using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application;
using Incidents.Application.Actions;
using Incidents.Application.Alarms;
using Incidents.Application.Configuration;
using Incidents.Application.DueWork;
using Incidents.Application.Intake;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Links;
using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Reading;
using Incidents.Application.Runbooks;
using Incidents.Application.Slack;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Scenarios.Tests.Slack;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Scenarios.Tests;

/// <summary>The whole product but its edges: real use cases, a store in memory, a clock that jumps, a channel that listens.</summary>
internal sealed class ScenarioHost : IDisposable
{
    public const string Configuration = """
        people:
          ana: { name: Ana, slack: U0ANA00001 }
          ben: { name: Ben, slack: U0BEN00001 }
        schedules:
          primary:
            time_zone: Etc/UTC
            rotation: weekly
            handoff: MO 09:00
            participants: [ana]
        escalation_policies:
          standard: { steps: [{ targets: [schedule: primary], timeout: 1d }] }
        services:
          checkout: { alarms: ["checkout-*"], policy: standard }
          payments: { alarms: ["payments-*"], policy: standard }
          quick: { alarms: ["quick-*"], policy: standard, resolve_after: 0m }
        catch_all: { targets: [person: ben] }
        """;

    private readonly List<string> history = [];
    private readonly ServiceProvider services;

    /// <param name="parts">Replaces or adds edges.</param>
    public ScenarioHost(IIncidentStore? store = null, string configuration = Configuration, Action<IServiceCollection>? parts = null)
    {
        Store = store ?? new InMemoryIncidentStore();
        Channel = new ListeningChannel(Slack);
        var collection = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddInMemoryStores()
            .AddSingleton(Store)
            .AddConfiguration(new FixedConfiguration(configuration, Clock.Now()))
            .AddSingleton<FindPublicAddress>(_ => ValueTask.FromResult<Uri?>(new Uri("https://incidents.example.com")))
            .AddSingleton(RunbookLibrary.Empty)
            .AddSingleton(AlarmAllowList.Any)
            .AddSingleton<INotificationChannel>(Channel)
            .AddSingleton<IFallback>(Fallback)
            .AddSingleton<IAlarmRetries>(Retries)
            .AddSingleton<ISlackWebhook>(Slack)
            .AddIncidents()
            .AddInteractions();
        parts?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public JumpingClock Clock { get; } = new(Instant.FromUtc(2026, 9, 14, 3, 12));

    public IIncidentStore Store { get; }

    public ListeningChannel Channel { get; }

    public ListeningFallback Fallback { get; } = new();

    public ListeningRetries Retries { get; } = new();

    /// <summary>Where notices about the installation go.</summary>
    public ListeningWebhook Slack { get; } = new();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<AlarmOutcome> Fire(string name, string? region = null, Instant? at = null) => Send(AlarmBody.Metric(name, "ALARM", at ?? Clock.Now(), region));

    public Task<AlarmOutcome> Recover(string name, Instant? at = null) => Send(AlarmBody.Metric(name, "OK", at ?? Clock.Now()));

    private CancellationTokenSource outOfTime = new();

    /// <summary>What arrived and what people did, as `incidents simulate` reads it.</summary>
    public IReadOnlyList<string> History => history;

    public Task<AlarmOutcome> Send(string body)
    {
        var time = InstantPattern.ExtendedIso.Format(Clock.Now());
        history.Add($$"""{"Type":"Notification","MessageId":"m-{{history.Count}}","TopicArn":"arn:aws:sns:eu-west-1:123456789012:alarms","Timestamp":"{{time}}","Message":"{{JsonEncodedText.Encode(body)}}"}""");
        return Get<ReceiveAlarm>().Handle(new AlarmMessage(body, Subject: null, MessageId: null, TopicArn: null, Clock.Now()), outOfTime.Token);
    }

    /// <summary>From here on the process ends where the team's channel is asked: nothing after that is done.</summary>
    public void EndsAtTheChannel() => Channel.Answer = () =>
    {
        outOfTime.Cancel();
        throw new OperationCanceledException(outOfTime.Token);
    };

    /// <summary>Another process takes over.</summary>
    public void BeginsAgain()
    {
        outOfTime.Dispose();
        outOfTime = new CancellationTokenSource();
        Channel.Answer = () => new DeliveryResult.Delivered();
    }

    /// <summary>Writes into the history what a person does.</summary>
    /// <param name="more">Further fields of the line, each with its comma.</param>
    public void Did(string act, IncidentNumber number, string person, string more = "") =>
        history.Add($$"""{"at":"{{InstantPattern.ExtendedIso.Format(Clock.Now())}}","act":"{{act}}","incident":"{{number}}","by":"{{person}}"{{more}}}""");

    public async Task<ChangeResult> Acknowledge(IncidentNumber number, string person = "ana")
    {
        Did("acknowledge", number, person);
        return await Get<AcknowledgeIncident>().Handle(number, new Actor(person, person, Via.CommandLine), CancellationToken.None);
    }

    public async Task<ChangeResult> Resolve(IncidentNumber number, bool confirmed = true)
    {
        Did("resolve", number, "ana");
        return await Get<ResolveIncident>().Handle(number, new Actor("ana", "Ana", Via.CommandLine), ResolveReason.Fixed, confirmed, note: null, CancellationToken.None);
    }

    /// <summary>Lets time pass, sweeping every ten seconds as the tick would.</summary>
    public async Task Pass(Duration time)
    {
        for (var end = Clock.Now() + time; Clock.Now() < end;)
        {
            Clock.Jump(Duration.Min(Duration.FromSeconds(10), end - Clock.Now()));
            await Get<DueIncidentProcessor>().Run(Instant.MaxValue, CancellationToken.None);
        }
    }

    public async Task<Incident> Look(IncidentNumber number) => (await Store.Load(number, null, CancellationToken.None))!.Incident;

    public async Task<IncidentStory> Story(IncidentNumber number) => (await Get<ShowIncident>().Handle(number, CancellationToken.None))!;

    public void Dispose() => services.Dispose();

    private sealed class FixedConfiguration(string yaml, Instant now) : IOnCallConfigurationProvider
    {
        private readonly OnCallConfiguration configuration = ConfigurationLoader.Load([new ConfigurationFile("oncall.yaml", Encoding.UTF8.GetBytes(yaml))], "config", now) is ConfigurationResult.Valid valid
            ? valid.Configuration
            : throw new InvalidOperationException(ConfigurationLoader.Load([new ConfigurationFile("oncall.yaml", Encoding.UTF8.GetBytes(yaml))], "config", now).ToString());

        public ConfigurationResult.Invalid? Problem => null;

        public ValueTask<OnCallConfiguration> Current(CancellationToken cancellation) => ValueTask.FromResult(configuration);
    }
}
