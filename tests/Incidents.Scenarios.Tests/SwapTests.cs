using Incidents.Application.Overrides;
using Incidents.Application.Schedules.Swaps;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Swaps;
using NodaTime;

namespace Incidents.Scenarios.Tests;

/// <summary>Somebody asks to be relieved, and another steps in, or nobody does.</summary>
public sealed class SwapTests : IDisposable
{
    private const string Team = """
        people:
          ana: { name: Ana, slack: U0ANA00001 }
          ben: { name: Ben, slack: U0BEN00001 }
          cy: { name: Cy, slack: U0CY000001 }
          dee: { name: Dee, slack: U0DEE00001, active: false }
        schedules:
          primary: { name: Primary, time_zone: Europe/Berlin, rotation: weekly, participants: [ana] }
          secondary: { time_zone: Etc/UTC, rotation: weekly, participants: [ben] }
        escalation_policies:
          standard: { steps: [{ targets: [schedule: primary], timeout: 5m }, { targets: [schedule: secondary], timeout: 1d }] }
        services:
          checkout: { alarms: ["checkout-*"], policy: standard }
        catch_all: { targets: [person: ben] }
        """;

    private readonly ScenarioHost house = new(configuration: Team);

    public void Dispose() => house.Dispose();

    [Fact]
    public async Task SwapTakenDuringStepOne_ChangesWhoStepTwoPages()
    {
        var asked = await Ask("secondary", "ben", Duration.FromMinutes(4));
        var number = (await house.Fire("checkout-errors")).Incident!.Incident.Number;
        Assert.Equal(["ana"], await Paged(number));

        Assert.Empty((await Take(asked, "cy")).Warnings);
        await house.Pass(Duration.FromMinutes(6));

        Assert.Equal(["ana", "cy"], await Paged(number));
    }

    [Fact]
    public async Task SwapNobodyTook_LeavesTheRequesterOnCall_AndSaysSo()
    {
        await Ask("primary", "ana", Duration.FromMinutes(10));
        await Tell(Duration.FromMinutes(1));
        await Tell(Duration.FromMinutes(15));
        await Tell(Duration.FromMinutes(1));

        var number = (await house.Fire("checkout-errors")).Incident!.Incident.Number;

        Assert.Equal(["ana"], await Paged(number));
        Assert.Equal(2, house.Slack.Posts.Count);
        Assert.Contains("Primary from <!date^1789356120^{date_short_pretty} {time}|Mon 14 Sep 05:22 (Europe/Berlin)> to <!date^", house.Slack.Posts[0], StringComparison.Ordinal);
        Assert.Contains("Ana asks for cover: Primary from Mon 14 Sep 05:22 (Europe/Berlin) to Mon 14 Sep 13:22 (Europe/Berlin).", house.Slack.Posts[0], StringComparison.Ordinal);
        Assert.Contains("Nobody took over, so Ana stays on call", house.Slack.Posts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminders_AfterAnOutageOfTheTick_AreOneMessage()
    {
        await Ask("primary", "ana", Duration.FromDays(30));
        await Tell(Duration.FromMinutes(1));
        await Tell(Duration.FromDays(28));
        await Tell(Duration.FromMinutes(1));

        Assert.Equal(2, house.Slack.Posts.Count);
        Assert.Contains("Ana still needs cover", house.Slack.Posts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakenSwap_IsAnOverride_ListedWithWhoTookIt()
    {
        var asked = await Ask("primary", "ana", Duration.FromDays(1));
        var taken = (await Take(asked, "cy")).Request;
        await Tell(Duration.FromMinutes(1));

        var made = Assert.Single((await house.Get<IOverrideStore>().Load(CancellationToken.None)).Overrides);
        Assert.Equal((taken.Override, (PersonId?)new PersonId("ana"), "cy", asked.From, asked.To), (made.Id, made.Replaces, made.By.Id, made.From, made.To));
        Assert.Contains("Cy takes over from Ana", Assert.Single(house.Slack.Posts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoTakersAtOnce_OneGetsIt()
    {
        var asked = await Ask("primary", "ana", Duration.FromDays(1));

        var results = await Task.WhenAll(TryTake(asked, "cy"), TryTake(asked, "ben"));

        Assert.Single(results.OfType<SwapResult.Done>());
        Assert.Equal(SwapRefusal.IsNotOpen, Assert.Single(results.OfType<SwapResult.Refused>()).Reason);
        Assert.Single((await house.Get<IOverrideStore>().Load(CancellationToken.None)).Overrides);
    }

    [Fact]
    public async Task TakerWhoIsOnCallAlready_IsWarned()
    {
        var asked = await Ask("primary", "ana", Duration.FromDays(1));

        Assert.Equal(["Ben is on call on secondary in that time already."], (await Take(asked, "ben")).Warnings);
    }

    [Theory]
    [InlineData("ana", SwapRefusal.TakerIsTheRequester)]
    [InlineData("dee", SwapRefusal.TakerIsNotActive)]
    [InlineData("bem", null)]
    public async Task TakerWhoCannotBe_IsRefused_AndNothingChanges(string taker, SwapRefusal? reason)
    {
        var asked = await Ask("primary", "ana", Duration.FromDays(1));

        Assert.Equal(reason, Assert.IsType<SwapResult.Refused>(await TryTake(asked, taker)).Reason);
        Assert.Empty((await house.Get<IOverrideStore>().Load(CancellationToken.None)).Overrides);
    }

    [Fact]
    public async Task SameTimeAskedTwice_IsRefused_UntilTheFirstIsCancelled()
    {
        var asked = await Ask("primary", "ana", Duration.FromDays(1));
        var again = Question("primary", "ana", Duration.FromDays(1));

        Assert.Equal(SwapRefusal.IsAskedAlready, Assert.IsType<SwapResult.Refused>(await house.Get<AskForSwap>().Handle(again, By("ana"), default)).Reason);
        Assert.IsType<SwapResult.Done>(await house.Get<CancelSwap>().Handle(new ScheduleId("primary"), asked.Id, By("ana"), default));
        Assert.IsType<SwapResult.Done>(await house.Get<AskForSwap>().Handle(again, By("ana"), default));
    }

    private SwapQuestion Question(string schedule, string requester, Duration ahead) =>
        new(new ScheduleId(schedule), new PersonId(requester), house.Clock.Now() + ahead, house.Clock.Now() + ahead + Duration.FromHours(8), Reason: null);

    private async Task<SwapRequest> Ask(string schedule, string requester, Duration ahead) =>
        Assert.IsType<SwapResult.Done>(await house.Get<AskForSwap>().Handle(Question(schedule, requester, ahead), By(requester), default)).Request;

    private async Task<SwapResult.Done> Take(SwapRequest asked, string taker) => Assert.IsType<SwapResult.Done>(await TryTake(asked, taker));

    private Task<SwapResult> TryTake(SwapRequest asked, string taker) => house.Get<TakeSwap>().Handle(asked.Schedule, asked.Id, new PersonId(taker), By(taker), default);

    private async Task Tell(Duration after)
    {
        house.Clock.Jump(after);
        Assert.Empty(await house.Get<SwapNotifier>().Run(default));
    }

    private static Actor By(string person) => new(person, person, Via.CommandLine);

    private async Task<IEnumerable<string>> Paged(IncidentNumber number) =>
        (await house.Story(number)).Timeline.Select(entry => entry.Event).OfType<PageSent>().Select(page => page.Person).Select(named => named.Value);
}
