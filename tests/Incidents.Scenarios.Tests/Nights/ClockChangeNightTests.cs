using Incidents.Application.DueWork;
using Incidents.Application.Notifications;
using Incidents.Application.Overrides;
using Incidents.Application.Schedules.Swaps;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;
using Incidents.Domain.People;
using Incidents.Scenarios.Tests.Night;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Scenarios.Tests.Nights;

/// <summary>Night 7: the clocks are set back at 03:00, and an override and a swap were entered in local time.</summary>
public sealed class ClockChangeNightTests : IDisposable
{
    private const string Configuration = """
        channels:
          sms: { origination: "+12065550100" }
        people:
          ana: { name: Ana, slack: U0ANA00001, phone: "+4915100000001" }
          ben: { name: Ben, slack: U0BEN00001, phone: "+4915100000002" }
          cleo: { name: Cleo, slack: U0CLEO0001, phone: "+4915100000003" }
          dora: { name: Dora, slack: U0DORA0001 }
        schedules:
          primary: { time_zone: Europe/Berlin, rotation: weekly, handoff: "MO 09:00", participants: [ana] }
        escalation_policies:
          standard: { steps: [{ targets: [schedule: primary], timeout: 1h }] }
        services:
          one: { alarms: ["one-*"], policy: standard }
          two: { alarms: ["two-*"], policy: standard }
          three: { alarms: ["three-*"], policy: standard }
          four: { alarms: ["four-*"], policy: standard }
        catch_all: { targets: [person: dora] }
        """;

    private static readonly string[] OfAna = ["180:00-181:00 slack, sms"];
    private static readonly string[] OfBen = ["270:00-271:00 slack, sms", "345:00-346:00 slack, sms"];
    private static readonly string[] OfCleo = ["375:00-376:00 slack, sms"];
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly Instant Evening = Instant.FromUtc(2026, 10, 24, 20, 0);
    private static readonly Actor Ana = new("ana", "Ana", Via.CommandLine);

    private readonly PageLog pages = new();
    private readonly ScenarioHost house;

    public ClockChangeNightTests()
    {
        house = new ScenarioHost(configuration: Configuration, parts: services =>
        {
            foreach (var kind in new[] { ChannelKind.Slack, ChannelKind.Sms })
            {
                services.AddSingleton<INotificationChannel>(p => new ListeningPages(kind, pages, Evening, p.GetRequiredService<TimeProvider>(), house!.Channel));
            }
        });
        house.Clock.Jump(Evening - house.Clock.Now());
        house.Channel.Mentioned = person => pages.Mention($"{Interruptions.Clock(house.Clock.Now() - Evening)} slack {person.Name}");
    }

    /// <summary>22:00 is the evening's first minute. Ben covers from 01:30 to 03:00, two hours and a half; Cleo has Ana's turn from 03:00 to 08:00.</summary>
    [Fact]
    public async Task V15_Night7_ClocksChange_WithAnOverrideAndASwapInLocalTime_PagesWhomTheClockOnTheWallNames()
    {
        await Play();

        Assert.Equal(
            ["180:00 slack Ana", "181:00 sms Ana", "270:00 slack Ben", "271:00 sms Ben", "345:00 slack Ben", "346:00 sms Ben", "375:00 slack Cleo", "376:00 sms Cleo"],
            pages.Lines);
        Assert.Equal(OfAna, Interrupted("Ana"));
        Assert.Equal(OfBen, Interrupted("Ben"));
        Assert.Equal(OfCleo, Interrupted("Cleo"));
        Assert.Empty(Interrupted("Dora"));
    }

    /// <summary>The override and the taken swap stand in the configuration of the simulation: 23:30 to 02:00 and 02:00 to 07:00 in UTC.</summary>
    [Fact]
    public async Task Night7_WhenSimulated_SaysTheSame()
    {
        await Play();
        const string entered = """
            participants: [ana], overrides: [
                { kind: cover, users: [ben], from: 2026-10-24T23:30:00Z, to: 2026-10-25T02:00:00Z },
                { kind: replace, replaces: ana, users: [cleo], from: 2026-10-25T02:00:00Z, to: 2026-10-25T07:00:00Z }] }
            """;
        var simulated = await Simulated.Of(house, Configuration.Replace("participants: [ana] }", entered, StringComparison.Ordinal), Evening);

        Assert.Equal(OfAna, simulated.Interrupted("Ana"));
        Assert.Equal(OfBen, simulated.Interrupted("Ben"));
        Assert.Equal(OfCleo, simulated.Interrupted("Cleo"));
        Assert.Empty(simulated.Interrupted("Dora"));
    }

    public void Dispose() => house.Dispose();

    private async Task Play()
    {
        var from = Read("sun 01:30");
        await house.Get<MakeOverride>().Handle(new OverrideRequest(new ScheduleId("primary"), OverrideKind.Cover, from, Read("03:00", from), [new PersonId("ben")], Replaces: null, Layer: null), Ana, CancellationToken.None);
        var asked = Assert.IsType<SwapResult.Done>(await house.Get<AskForSwap>().Handle(new SwapQuestion(new ScheduleId("primary"), new PersonId("ana"), Read("tomorrow 03:00"), Read("tomorrow 08:00"), Reason: null), Ana, CancellationToken.None));
        Assert.IsType<SwapResult.Done>(await house.Get<TakeSwap>().Handle(new ScheduleId("primary"), asked.Request.Id, new PersonId("cleo"), Ana, CancellationToken.None));
        Assert.Contains("comes twice", TimeWords.Parse("tomorrow 02:30")!.In(Berlin, house.Clock.Now()).Problem, StringComparison.Ordinal);

        await Until(Instant.FromUtc(2026, 10, 24, 23, 0));
        await house.Fire("one-5xx");
        await Until(Instant.FromUtc(2026, 10, 25, 0, 30));
        await house.Fire("two-5xx");
        await Until(Instant.FromUtc(2026, 10, 25, 1, 45));
        await house.Fire("three-5xx");
        await Until(Instant.FromUtc(2026, 10, 25, 2, 15));
        await house.Fire("four-5xx");
        await Until(Instant.FromUtc(2026, 10, 25, 2, 30));
    }

    private IReadOnlyList<string> Interrupted(string person) => Interruptions.Of(person, pages.Everything);

    private Instant Read(string words, Instant? after = null) => TimeWords.Parse(words)!.In(Berlin, house.Clock.Now(), after).At;

    /// <summary>Everything is resolved two minutes after it came, so that only the first pages are heard.</summary>
    private async Task Until(Instant end)
    {
        var sweep = house.Get<DueIncidentProcessor>();
        while (house.Clock.Now() < end)
        {
            var next = await sweep.NextDue(end, CancellationToken.None) ?? end;
            house.Clock.Jump(Duration.Min(Duration.Max(next - house.Clock.Now(), Duration.FromSeconds(1)), Duration.Min(end - house.Clock.Now(), Duration.FromMinutes(1))));
            await sweep.Run(Instant.MaxValue, CancellationToken.None);
            for (var number = 1; number <= 4 && await house.Store.Load(new IncidentNumber(number), null, CancellationToken.None) is { Incident: var incident }; number++)
            {
                if (incident.Status == IncidentStatus.Triggered && house.Clock.Now() - incident.TriggeredAt >= Duration.FromMinutes(2))
                {
                    await house.Recover($"{incident.Service}-5xx");
                    await house.Resolve(incident.Number);
                }
            }
        }
    }
}
