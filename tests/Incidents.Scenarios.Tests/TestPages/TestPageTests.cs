using System.Text;
using Incidents.Application.Configuration;
using Incidents.Application.Heartbeats;
using Incidents.Application.LinkPages;
using Incidents.Application.Links;
using Incidents.Application.Notifications;
using Incidents.Application.Sweep;
using Incidents.Application.TestPages;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;
using Incidents.Domain.People;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Scenarios.Tests.TestPages;

public sealed class TestPageTests : IDisposable
{
    private const string Team = """
        people:
          ana: { name: Ana, slack: U0ANA00001, phone: "+491701234567", email: ana@example.com }
          ben: { name: Ben, slack: U0BEN00001, phone: "+491701234568" }
        schedules:
          primary: { time_zone: Etc/UTC, rotation: daily, handoff: "09:00", participants: [ana, ben], start: 2026-09-13T09:00:00Z, test_page_at: "08:00" }
        escalation_policies:
          standard: { steps: [{ targets: [schedule: primary] }] }
        channels: { sms: { origination: "+491700000000" }, voice: { origination: "+491700000000" }, email: { from: pager@example.com } }
        catch_all: { targets: [person: ben] }
        """;

    private readonly Phones phones = new();
    private readonly ScenarioHost house;

    public TestPageTests() => house = new ScenarioHost(configuration: Team, parts: services =>
    {
        foreach (var kind in new[] { ChannelKind.Sms, ChannelKind.Voice, ChannelKind.Email })
        {
            services.AddSingleton<INotificationChannel>(new Phone(kind, phones));
        }
    });

    [Fact]
    public async Task ATest_GoesToTheChannelsOfUrgentPages_SaysSo_AndOpensNoIncident()
    {
        var page = await Send("ana");

        Assert.Equal(["slack", "sms", "voice"], page.Channels.Select(c => c.Channel));
        Assert.All(phones.Got, message => Assert.IsType<Notification.TestPage>(message));
        Assert.StartsWith("test Ana https://incidents.example.com/r/", Assert.Single(house.Channel.Heard), StringComparison.Ordinal);
        Assert.Empty(await house.Store.OpenIncidents(CancellationToken.None));
    }

    [Fact]
    public async Task V28_TestPage_WhenItWasLeft_IsSentByTheNextTick_Once()
    {
        var store = house.Get<IHeartbeatStore>();
        await store.Leave(new AskedTest("T1", new PersonId("ana"), AllChannels: true, Asleep: false), CancellationToken.None);
        await store.Leave(new AskedTest("T2", new PersonId("gone"), AllChannels: true, Asleep: false), CancellationToken.None);
        Assert.Empty(phones.Got);

        Assert.Empty((await house.Get<ScheduledJobs>().Run(house.Clock.Now(), CancellationToken.None)).Failures);
        await house.Get<ScheduledJobs>().Run(house.Clock.Now(), CancellationToken.None);

        Assert.Equal(["slack", "sms", "voice", "email"], (await Look("T1")).Channels.Select(c => c.Channel));
        Assert.Equal(3, phones.Got.Count);
    }

    [Fact]
    public async Task AllChannels_AreThoseByWhichThePersonCanBeReached() =>
        Assert.Equal(["slack", "sms", "voice", "email"], (await Send("ana", all: true)).Channels.Select(c => c.Channel));

    [Fact]
    public async Task AReceipt_IsNotedForItsChannel_WithTheTimeItTook()
    {
        var page = await Send("ana");
        house.Clock.Jump(Duration.FromSeconds(14));

        var answer = await Open("POST", LinkOf(ChannelKind.Sms), "action=received");

        Assert.Equal(200, answer.Status);
        var after = await Look(page.Id);
        Assert.Equal(Duration.FromSeconds(14), after.Channels.Single(c => c.Channel == ChannelKind.Sms).ReceivedAt - after.At);
        Assert.Null(after.Channels.Single(c => c.Channel == ChannelKind.Slack).ReceivedAt);
    }

    [Fact]
    public async Task ACall_IsConfirmedOnThePageOfAnotherMessage()
    {
        var page = await Send("ana");

        Assert.Contains("received-call", (await Open("GET", LinkOf(ChannelKind.Sms))).Body, StringComparison.Ordinal);
        await Open("POST", LinkOf(ChannelKind.Sms), "action=received-call");

        Assert.Equal(["sms", "voice"], (await Look(page.Id)).Channels.Where(c => c.ReceivedAt is not null).Select(c => c.Channel));
    }

    [Theory]
    [InlineData("received-loud", true)]
    [InlineData("received-silent", false)]
    public async Task V14_AsleepTest_AsksByTheChannelsThatWakeWhetherItWasLoud_AndKeepsTheAnswer(string action, bool loud)
    {
        var page = (await house.Get<SendTestPage>().Handle(new PersonId("ana"), allChannels: false, asleep: true, CancellationToken.None))!;
        Assert.Contains("Was it loud", (await Open("GET", LinkOf(ChannelKind.Sms))).Body, StringComparison.Ordinal);

        await Open("POST", LinkOf(ChannelKind.Sms), $"action={action}");

        var after = await Look(page.Id);
        Assert.Equal([("sms", (bool?)loud), ("voice", null)], after.Channels.Select(c => (c.Channel, c.WasLoud)));
        Assert.NotNull(after.Channels[0].ReceivedAt);
        Assert.All(phones.Got, message => Assert.True(Assert.IsType<Notification.TestPage>(message).AsksLoud));
    }

    [Fact]
    public async Task V14_Receipt_IsKeptAsTheLastOneOfThePerson()
    {
        await Send("ana");
        house.Clock.Jump(Duration.FromSeconds(14));
        await Open("POST", LinkOf(ChannelKind.Sms), "action=received");

        Assert.Equal(new Dictionary<string, Instant> { ["ana"] = house.Clock.Now() }, await house.Get<ITestPageStore>().LastConfirmed(CancellationToken.None));
    }

    [Fact]
    public async Task OpeningTheLink_ConfirmsNothing()
    {
        var page = await Send("ana");

        Assert.Contains("nobody needs to act", (await Open("GET", LinkOf(ChannelKind.Sms))).Body, StringComparison.Ordinal);

        Assert.All((await Look(page.Id)).Channels, c => Assert.Null(c.ReceivedAt));
    }

    [Fact]
    public async Task ATestLink_AcknowledgesNothing_AndAnIncidentsLinkConfirmsNothing()
    {
        await Send("ana");
        Assert.Equal(404, (await Open("POST", LinkOf(ChannelKind.Sms), "action=acknowledge")).Status);

        var link = await house.Get<ResponderLinks>().Mint(new IncidentNumber(1), new PersonId("ana"), "Ana", CancellationToken.None);
        Assert.Equal(404, (await Open("POST", link!, "action=received")).Status);
    }

    [Fact]
    public async Task AChannelThatFails_SaysWhy()
    {
        phones.Answer = new DeliveryResult.Rejected("no such number");

        Assert.Equal("no such number", (await Send("ana")).Channels.Single(c => c.Channel == ChannelKind.Sms).Failure);
    }

    [Fact]
    public async Task SomebodyUnknown_GetsNone() => Assert.Null(await house.Get<SendTestPage>().Handle(new PersonId("zoe"), allChannels: false, CancellationToken.None));

    [Fact]
    public async Task BeforeTheShift_WhoComesNextIsTested_AtTheHour_Once()
    {
        await TickUntil(Instant.FromUtc(2026, 9, 14, 7, 59));
        Assert.Empty(phones.Got);

        await TickUntil(Instant.FromUtc(2026, 9, 14, 8, 20));

        Assert.Equal(["Ben sms", "Ben voice"], phones.Got.Select(m => $"{m.To[0].Name} {m.Key.Split('.')[^1]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task OverridesMadeLater_LeaveTheHourAsItIs()
    {
        var schedule = (await house.Get<IOnCallConfigurationProvider>().Current(CancellationToken.None)).Schedules[new ScheduleId("primary")];

        Assert.Equal(new LocalTime(8, 0), schedule.With([]).TestPageAt);
    }

    [Fact]
    public async Task ATickThatWasDown_TestsLate()
    {
        house.Clock.Jump(Instant.FromUtc(2026, 9, 14, 8, 12) - house.Clock.Now());

        await Tick();

        Assert.Equal(2, phones.Got.Count);
    }

    [Fact]
    public async Task WithoutAReceipt_TheTeamIsWarned_AfterHalfAnHour_Once()
    {
        await TickUntil(Instant.FromUtc(2026, 9, 14, 8, 29));
        Assert.Empty(house.Slack.Posts);

        await TickUntil(Instant.FromUtc(2026, 9, 14, 9, 30));

        Assert.Contains("Ben has not confirmed the test page before their shift on primary", Assert.Single(house.Slack.Posts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithAReceipt_NobodyIsWarned()
    {
        await TickUntil(Instant.FromUtc(2026, 9, 14, 8, 1));
        await Open("POST", LinkOf(ChannelKind.Sms), "action=received");

        await TickUntil(Instant.FromUtc(2026, 9, 14, 9, 30));

        Assert.Empty(house.Slack.Posts);
    }

    public void Dispose() => house.Dispose();

    private async Task<TestPage> Send(string person, bool all = false) => (await house.Get<SendTestPage>().Handle(new PersonId(person), all, CancellationToken.None))!;

    private async Task<TestPage> Look(string id) => (await house.Get<ITestPageStore>().Find(id, CancellationToken.None))!;

    private Uri LinkOf(string kind) => phones.Got.Single(m => m.Key.EndsWith("." + kind, StringComparison.Ordinal)).Link!;

    private Task<LinkResponse> Open(string method, Uri link, string? form = null) => house.Get<AnswerLink>().Handle(
        new LinkRequest(method, link.Segments[^1], form is null ? null : "application/x-www-form-urlencoded", form is null ? (ReadOnlyMemory<byte>?)null : Encoding.ASCII.GetBytes(form)), CancellationToken.None);

    private async Task TickUntil(Instant end)
    {
        while (house.Clock.Now() < end)
        {
            house.Clock.Jump(Duration.FromMinutes(1));
            await Tick();
        }
    }

    private async Task Tick() => Assert.Empty(await house.Get<TestBeforeShifts>().Run(CancellationToken.None));

    private sealed class Phones
    {
        public List<PageMessage> Got { get; } = [];

        public DeliveryResult Answer { get; set; } = new DeliveryResult.Delivered();
    }

    private sealed class Phone(string kind, Phones phones) : PersonalChannel
    {
        public override string Kind => kind;

        public override Task<DeliveryResult> Send(PageMessage message, CancellationToken cancellation)
        {
            phones.Got.Add(message);
            return Task.FromResult(phones.Answer);
        }
    }
}
