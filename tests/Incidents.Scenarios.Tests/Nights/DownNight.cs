using System.Reflection;
using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application.Alarms;
using Incidents.Application.DueWork;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Notifications;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Scenarios.Tests.Nights;

/// <summary>A night on which something the product stands on is down: two people with phones, a store and channels that can be switched off, and what each person hears.</summary>
internal sealed class DownNight : IDisposable
{
    public const string Configuration = """
        channels:
          sms: { origination: "+12065550100" }
          voice: { origination: "+12065550100" }
        people:
          ana: { name: Ana, slack: U0ANA00001, phone: "+4915100000001", push: { ntfy: ana-ntfy } }
          ben: { name: Ben, slack: U0BEN00001, phone: "+4915100000002" }
          cleo: { name: Cleo, slack: U0CLEO0001 }
        schedules:
          primary: { time_zone: Etc/UTC, rotation: weekly, handoff: "MO 09:00", participants: [ana] }
          secondary: { time_zone: Etc/UTC, rotation: weekly, handoff: "MO 09:00", participants: [ben] }
        escalation_policies:
          standard: { steps: [{ targets: [schedule: primary] }, { targets: [schedule: secondary] }] }
          cards: { steps: [{ targets: [person: cleo] }] }
        services:
          checkout: { alarms: ["checkout-*"], policy: standard }
          payments: { alarms: ["payments-*"], policy: standard }
          reports: { alarms: ["reports-*"], policy: cards }
        heartbeats: { other-region: { every: 5m, grace: 1m, service: payments, severity: sev1 } }
        watchdog: other-region
        catch_all: { targets: [person: ben] }
        """;

    private readonly List<(Instant At, string Kind, IReadOnlyList<string> People)> heard = [];
    private readonly Instant began;

    public DownNight(Action<IServiceCollection>? parts = null)
    {
        (var store, Store) = SwitchedStore.Up();
        House = new ScenarioHost(store, Configuration, services =>
        {
            foreach (var kind in new[] { ChannelKind.Slack, ChannelKind.Push, ChannelKind.Sms, ChannelKind.Voice })
            {
                services.AddSingleton<INotificationChannel>(new Listening(kind, this));
            }

            parts?.Invoke(services);
        });
        began = House.Clock.Now();
        House.Channel.Mentioned = person => heard.Add((House.Clock.Now(), ChannelKind.Slack, Down.Contains(ChannelKind.Slack) ? [] : [person.Id.Value]));
    }

    public ScenarioHost House { get; }

    public SwitchedStore Store { get; }

    /// <summary>Channels that ask everybody to wait.</summary>
    public HashSet<string> Down { get; } = [];

    /// <summary>How often the person with this id was interrupted, and by what.</summary>
    public IReadOnlyList<string> Interrupted(string person) =>
        Interruptions.Of(person, heard.Where(one => one.People.Count > 0).Select(one => $"{Interruptions.Clock(one.At - began)} {one.Kind} {string.Join('+', one.People)}"));

    /// <summary>An alarm goes off and comes to the door.</summary>
    public async Task<string> Fire(string alarm) => (await House.Get<ReceiveFailOpen>().HandleAll([Message(alarm)], CancellationToken.None))[0].Decision;

    public AlarmMessage Message(string alarm) =>
        new(AlarmBody.Metric(alarm, "ALARM", House.Clock.Now()), Subject: null, $"message-{alarm}", TopicArn: null, House.Clock.Now());

    /// <summary>Lets time pass: the tick sweeps whenever something falls due, and what waits for another try is tried each minute.</summary>
    public async Task Pass(Duration time)
    {
        for (var end = House.Clock.Now() + time; House.Clock.Now() < end;)
        {
            var next = Store.IsDown ? null : await House.Get<DueIncidentProcessor>().NextDue(end, CancellationToken.None);
            var minute = House.Clock.Now() + Duration.FromMinutes(1);
            House.Clock.Jump(Duration.Max(Duration.FromSeconds(1), Instant.Min(next ?? end, Instant.Min(minute, end)) - House.Clock.Now()));
            await TryAgain();
            if (!Store.IsDown)
            {
                await House.Get<DueIncidentProcessor>().Run(Instant.MaxValue, CancellationToken.None);
            }
        }
    }

    public void Dispose() => House.Dispose();

    private async Task TryAgain()
    {
        foreach (var kept in House.Retries.Kept.ToList())
        {
            House.Retries.Kept.Remove(kept);
            try
            {
                await House.Get<ReceiveFailOpen>().TryAgain(AlarmMessages.Read(kept, House.Clock.Now()), isLast: false, CancellationToken.None);
            }
            catch (StoreUnavailableException)
            {
                House.Retries.Kept.Add(kept);
            }
        }
    }

    private DeliveryResult Hear(string kind, PageMessage message)
    {
        var now = House.Clock.Now();
        if (Down.Contains(kind))
        {
            return new DeliveryResult.RetryLater(After: null, "503");
        }

        heard.Add((now, kind, [.. message.To.Select(p => p.Id.Value)]));
        return new DeliveryResult.Delivered();
    }

    private sealed class Listening(string kind, DownNight night) : INotificationChannel
    {
        public string Kind => kind;

        public Task<DeliveryResult> Send(Notification content, MessageRef? replaces, CancellationToken cancellation) => content is PageMessage message
            ? Task.FromResult(night.Hear(kind, message))
            : night.House.Channel.Send(content, replaces, cancellation);
    }
}

/// <summary>A store in memory that can be switched off: then every call goes unanswered.</summary>
public class SwitchedStore : DispatchProxy
{
    private readonly InMemoryIncidentStore inner = new();

    public bool IsDown { get; set; }

    /// <summary>Whether the call of this name answers with an error that is not expected.</summary>
    public Func<string, bool> Breaks { get; set; } = _ => false;

    public static (IIncidentStore Store, SwitchedStore Switch) Up()
    {
        var store = Create<IIncidentStore, SwitchedStore>();
        return (store, (SwitchedStore)store);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        IsDown ? throw new StoreUnavailableException("no answer")
        : Breaks(targetMethod!.Name) ? throw new InvalidOperationException("broken")
        : targetMethod!.Invoke(inner, args);
}
