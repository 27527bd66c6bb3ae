using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Swaps;
using NodaTime;

namespace Incidents.Domain.Tests.OnCall.Swaps;

public class SwapRulesTests
{
    private static readonly Instant Now = Time.At("2026-09-01T00:00:00Z");
    private static readonly Actor Ada = new("ada", "Ada", Via.CommandLine);
    private static readonly SwapTaker Bea = new(new PersonId("bea"), IsActive: true);

    /// <summary>Ada has the week from Monday 14 September, Bea the next.</summary>
    private static readonly OnCallCalendar Calendar = new(One.Schedule(One.Layer("2026-09-14T00:00:00Z", One.Weekly(), "ada", "bea")));

    private static readonly SwapRequest Asked = new()
    {
        Id = "sw-1",
        Schedule = new ScheduleId("one"),
        Requester = new PersonId("ada"),
        From = Time.At("2026-09-15T00:00:00Z"),
        To = Time.At("2026-09-16T00:00:00Z"),
        By = Ada,
        MadeAt = Now,
    };

    [Fact]
    public void Ask_ForATurnOfOnesOwn_IsAccepted() => Assert.Equal(new SwapDecision.Accepted(Asked), SwapRules.Ask(Asked, Calendar, Now));

    [Fact]
    public void Ask_ForASpanThatOnlyTouchesTheTurn_IsAccepted() =>
        Assert.IsType<SwapDecision.Accepted>(SwapRules.Ask(Asked with { From = Time.At("2026-09-20T23:00:00Z"), To = Time.At("2026-09-28T00:00:00Z") }, Calendar, Now));

    [Theory]
    [InlineData("2026-09-16T00:00:00Z", "2026-09-16T00:00:00Z", SwapRefusal.EndsBeforeItBegins)]
    [InlineData("2026-09-01T00:00:00Z", "2026-09-16T00:00:00Z", SwapRefusal.HasBegun)]
    [InlineData("2029-09-15T00:00:00Z", "2029-09-16T00:00:00Z", SwapRefusal.TooFar)]
    [InlineData("2026-09-15T00:00:00Z", "2028-09-16T00:00:00Z", SwapRefusal.TooFar)]
    [InlineData("2026-09-21T00:00:00Z", "2026-09-28T00:00:00Z", SwapRefusal.RequesterIsNotOnCall)]
    public void Ask_ForWhatCannotBe_IsRefused(string from, string to, SwapRefusal reason) =>
        Assert.Equal(new SwapDecision.Refused(reason), SwapRules.Ask(Asked with { From = Time.At(from), To = Time.At(to) }, Calendar, Now));

    [Fact]
    public void Take_WhenOpen_NamesTakerAndOverride()
    {
        var taken = Assert.IsType<SwapDecision.Accepted>(SwapRules.Take(Asked, Bea, Calendar, "ov-1", Now)).Request;

        Assert.Equal(((PersonId?)new PersonId("bea"), "ov-1", SwapState.Taken), (taken.Taker, taken.Override, taken.StateAt(Asked.To)));
    }

    [Fact]
    public void Take_ByTheRequester_IsRefused() => Refused(SwapRefusal.TakerIsTheRequester, new(new PersonId("ada"), IsActive: true));

    [Fact]
    public void Take_BySomebodyWhoLeft_IsRefused() => Refused(SwapRefusal.TakerIsNotActive, new(new PersonId("bea"), IsActive: false));

    [Fact]
    public void Take_WhenTheRequesterHasNoTurnAnyMore_IsRefused() => Assert.Equal(
        new SwapDecision.Refused(SwapRefusal.RequesterIsNotOnCall),
        SwapRules.Take(Asked, Bea, new(One.Schedule(One.Layer("2026-09-14T00:00:00Z", One.Weekly(), "cy"))), "ov-1", Now));

    [Fact]
    public void Take_AtItsBeginning_IsTooLate()
    {
        Assert.Equal(new SwapDecision.Refused(SwapRefusal.IsNotOpen), SwapRules.Take(Asked, Bea, Calendar, "ov-1", Asked.From));
        Assert.IsType<SwapDecision.Accepted>(SwapRules.Take(Asked, Bea, Calendar, "ov-1", Asked.From - Duration.Epsilon));
    }

    [Fact]
    public void Whatever_IsNotOpen_StaysAsItIs()
    {
        var taken = ((SwapDecision.Accepted)SwapRules.Take(Asked, Bea, Calendar, "ov-1", Now)).Request;
        var cancelled = ((SwapDecision.Accepted)SwapRules.Cancel(Asked, Ada, Now)).Request;

        foreach (var over in new[] { taken, cancelled })
        {
            Assert.Equal(new SwapDecision.Refused(SwapRefusal.IsNotOpen), SwapRules.Take(over, new(new PersonId("cy"), IsActive: true), Calendar, "ov-2", Now));
            Assert.Equal(new SwapDecision.Refused(SwapRefusal.IsNotOpen), SwapRules.Cancel(over, Ada, Now));
        }

        Assert.Equal(new SwapDecision.Refused(SwapRefusal.IsNotOpen), SwapRules.Cancel(Asked, Ada, Asked.From));
    }

    private static void Refused(SwapRefusal reason, SwapTaker taker) =>
        Assert.Equal(new SwapDecision.Refused(reason), SwapRules.Take(Asked, taker, Calendar, "ov-1", Now));
}
