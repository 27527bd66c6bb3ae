using Incidents.Domain.OnCall;
using static Incidents.Domain.Tests.OnCall.Time;

namespace Incidents.Domain.Tests.OnCall;

/// <summary>Segments, shifts, gaps, layers and hand-offs of a window (D20, D21).</summary>
public class ExpansionTests
{
    private static readonly Layer Rotating = One.Layer("2026-01-05T00:00Z", One.Daily(), "ada", "bea");

    [Fact]
    public void EqualNeighbours_AreOneSegment() => Assert.Equal(
        [new Segment(At("2026-01-05T00:00Z"), At("2026-02-05T00:00Z"), PersonSet.Named("ada"))
        {
            Cut = Cut.End,
        }],
        new OnCallCalendar(One.Schedule(One.Layer("2026-01-05T00:00Z", One.Daily(), "ada", "ada")))
            .Segments(At("2026-01-05T00:00Z"), At("2026-02-05T00:00Z")));

    [Fact]
    public void EqualPeopleAcrossAGap_AreTwoSegments() => Assert.Equal(
        "2026-01-05 09:00 +00 ada\n2026-01-05 10:00 +00 nobody\n2026-01-05 11:00 +00 ada",
        Walk.Of(
            One.Schedule(One.Layer("2026-01-05T00:00Z", null, "ada")) with { Overrides = [One.Remove("2026-01-05T10:00Z", "2026-01-05T11:00Z", "ada")] },
            "2026-01-05T09:00Z", "2026-01-05T12:00Z"));

    [Fact]
    public void Window_CutsAndSaysSo()
    {
        var calendar = new OnCallCalendar(One.Schedule(Rotating));

        Assert.Equal(
            [Cut.Start, Cut.None, Cut.End],
            calendar.Segments(At("2026-01-05T12:00Z"), At("2026-01-07T12:00Z")).Select(segment => segment.Cut));
        Assert.Equal(
            [Cut.None, Cut.None],
            calendar.Segments(At("2026-01-05T00:00Z"), At("2026-01-07T00:00Z")).Select(segment => segment.Cut));
        Assert.Equal(
            [Cut.Start | Cut.End],
            calendar.Segments(At("2026-01-05T01:00Z"), At("2026-01-05T02:00Z")).Select(segment => segment.Cut));
    }

    [Theory]
    [InlineData("2026-01-05T12:00Z", "2026-01-05T12:00Z")]
    [InlineData("2026-01-05T12:00Z", "2026-01-05T11:00Z")]
    public void EmptyWindow_HasNoSegments(string from, string to)
    {
        var calendar = new OnCallCalendar(One.Schedule(Rotating));

        Assert.Empty(calendar.Segments(At(from), At(to)));
        Assert.Empty(calendar.Shifts(At(from), At(to)));
    }

    [Fact]
    public void Shift_IsNotSplitWhenOthersJoinOrLeave()
    {
        var schedule = One.Schedule(Rotating) with { Overrides = [One.Add("2026-01-05T18:00Z", "2026-01-06T06:00Z", "cy")] };

        Assert.Equal(
            [
                new Shift(At("2026-01-05T12:00Z"), At("2026-01-06T00:00Z"), new PersonId("ada")) { Cut = Cut.Start },
                new Shift(At("2026-01-05T18:00Z"), At("2026-01-06T06:00Z"), new PersonId("cy")),
                new Shift(At("2026-01-06T00:00Z"), At("2026-01-06T12:00Z"), new PersonId("bea")) { Cut = Cut.End },
            ],
            new OnCallCalendar(schedule).Shifts(At("2026-01-05T12:00Z"), At("2026-01-06T12:00Z")));
    }

    [Fact]
    public void ShiftsThatBeginTogether_AreSortedByName() => Assert.Equal(
        ["ada", "bea", "cy"],
        new OnCallCalendar(One.Schedule(One.Layer("2026-01-05T00:00Z", null, "cy", "bea", "ada")))
            .Shifts(At("2026-01-05T00:00Z"), At("2026-01-06T00:00Z")).Select(shift => shift.Person.Value));

    [Fact]
    public void Gaps_AreTheSegmentsOfNobody()
    {
        var layer = Rotating with { Restrictions = [One.Window("08:00", "20:00")] };
        var gap = Assert.Single(new OnCallCalendar(One.Schedule(layer)).Gaps(At("2026-01-05T12:00Z"), At("2026-01-06T12:00Z")));

        Assert.Equal(new(At("2026-01-05T20:00Z"), At("2026-01-06T08:00Z"), PersonSet.Nobody), gap);
    }

    [Fact]
    public void Layers_ShowWhatTheyOfferAndWhatOfItCounts()
    {
        var always = One.Layer("2026-01-01T00:00Z", null, "ada") with { Name = "always" };
        var midday = One.Layer("2026-01-01T00:00Z", null, "bea") with { Name = "midday", Restrictions = [One.Window("12:00", "14:00")] };
        var rows = new OnCallCalendar(One.Schedule(always, midday)).Layers(At("2026-01-05T11:00Z"), At("2026-01-05T15:00Z"));

        Assert.Equal(["always: ada / ada, nobody, ada", "midday: nobody, bea, nobody / nobody, bea, nobody"], rows.Select(row =>
            $"{row.Name}: {string.Join(", ", row.Alone.Select(segment => segment.People))} / {string.Join(", ", row.Counted.Select(segment => segment.People))}"));
    }

    [Fact]
    public void Duty_NamesWhoUntilWhenAndWhoThen()
    {
        var calendar = new OnCallCalendar(One.Schedule(Rotating with { End = At("2026-01-07T00:00Z") }));

        Assert.Equal(new(PersonSet.Nobody, At("2026-01-05T00:00Z"), PersonSet.Named("ada")), calendar.DutyAt(At("2026-01-04T12:00Z")));
        Assert.Equal(new(PersonSet.Named("ada"), At("2026-01-06T00:00Z"), PersonSet.Named("bea")), calendar.DutyAt(At("2026-01-05T00:00Z")));
        Assert.Equal(new(PersonSet.Named("bea"), At("2026-01-07T00:00Z"), PersonSet.Nobody), calendar.DutyAt(At("2026-01-06T23:59Z")));
        Assert.Equal(new(PersonSet.Nobody, null, PersonSet.Nobody), calendar.DutyAt(At("2026-01-07T00:00Z")));
    }

    [Fact]
    public void DutyOfSomebodyAlone_HasNoEnd()
    {
        var calendar = new OnCallCalendar(One.Schedule(One.Layer("2026-01-05T00:00Z", One.Weekly(), "ada")));

        Assert.Equal(new(PersonSet.Named("ada"), null, PersonSet.Named("ada")), calendar.DutyAt(At("2026-03-01T00:00Z")));
    }
}
