using Incidents.Domain.OnCall;
using NodaTime;
using static Incidents.Domain.Tests.OnCall.Time;

namespace Incidents.Domain.Tests.OnCall;

/// <summary>The dated form of an edit of participants. Turns begin on Mondays at 09:00 in Berlin, where clocks are set back on 25 October 2026.</summary>
public class DatedParticipantsTests
{
    private static readonly Layer Weekly = One.Layer("2026-10-05T07:00Z", One.Weekly(IsoDayOfWeek.Monday, "09:00"), "ada", "bea", "cy");

    [Fact]
    public void V44_Edit_AcrossAClockChange_TakesEffectAtTheHandOff()
    {
        // The turn of cy runs from Monday, 19 October, 07:00Z.
        var dated = Assert.Single(Of(Weekly, With("bea", "ada"), "2026-10-24T12:00Z"));

        Assert.Equal(At("2026-10-26T08:00Z"), dated.Until);
        Assert.Equal(Weekly.Participants, dated.Participants);
        var change = Assert.Single(dated.Changes);
        Assert.Equal((dated.Until, 2), (change.At, change.Participants.Count));
        Assert.Equal(["cy", "ada", "bea", "ada"], OnCall(dated, "2026-10-26T07:59Z", "2026-10-26T08:00Z", "2026-11-02T08:00Z", "2026-11-09T08:00Z"));
    }

    [Fact]
    public void V44_Edit_WhenTheShiftOnDutyIsSeveralTurns_TakesEffectAfterTheLastOfThem()
    {
        var twice = Weekly with { Participants = [.. new[] { "ada", "ada", "bea" }.Select(One.Participant)] };

        Assert.Equal(At("2026-10-19T07:00Z"), Assert.Single(Of(twice, With("bea", "cy"), "2026-10-06T00:00Z")).Until);
    }

    [Fact]
    public void V44_Edit_WhenOneAloneWasOnDuty_TakesEffectAtTheNextHandOff()
    {
        var alone = Weekly with { Participants = [One.Participant("ada")] };

        Assert.Equal(At("2026-10-19T07:00Z"), Assert.Single(Of(alone, With("bea"), "2026-10-12T07:00Z")).Until);
    }

    [Theory]
    [InlineData("2026-10-05T06:59Z")]
    [InlineData("2026-11-30T08:00Z")]
    public void V44_Edit_BeforeTheLayerStartsOrAsItEnds_HasNoDatedForm(string now)
    {
        var ending = Weekly with { End = At("2026-12-01T00:00Z") };

        Assert.Empty(Of(ending, ending with { Participants = With("dan").Participants }, now));
        Assert.NotEmpty(Of(ending, ending with { Participants = With("dan").Participants }, "2026-11-29T08:00Z"));
    }

    [Fact]
    public void V44_Edit_WithAChangePlannedWithinTheShift_IsReplacedByIt()
    {
        var planned = One.Change("2026-10-22T12:00Z", "dan", "eva");
        var dated = Assert.Single(Of(Weekly with { Changes = [planned] }, With("bea", "ada") with { Changes = [planned] }, "2026-10-20T12:00Z"));

        Assert.Same(planned, Assert.Single(dated.Changes));
    }

    private static Layer With(params string[] participants) => Weekly with { Participants = [.. participants.Select(One.Participant)] };

    private static IReadOnlyList<DatedParticipants> Of(Layer before, Layer after, string now) =>
        DatedParticipants.Of(One.ScheduleIn("Europe/Berlin", before), One.ScheduleIn("Europe/Berlin", after), At(now));

    private static IEnumerable<string> OnCall(DatedParticipants dated, params string[] instants)
    {
        var calendar = new OnCallCalendar(One.ScheduleIn("Europe/Berlin", Weekly with { Participants = dated.Participants, Changes = dated.Changes }));
        return instants.Select(at => calendar.WhoIsOnCall(At(at)).ToString());
    }
}
