using Incidents.Domain.OnCall;

namespace Incidents.Domain.Tests.OnCall;

/// <summary>People joining, leaving and moving in a running rotation (D18, D19).</summary>
public class ParticipantChangeTests
{
    private static readonly Layer Rotating = One.Layer("2026-01-05T00:00Z", One.Daily(), "ada", "bea", "cy");

    [Fact]
    public void OnDutyAndStillListed_Stays_AndTheNewOrderGoesOnAfterThem() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada
        2026-01-06 00:00 +00 bea
        2026-01-07 00:00 +00 dan
        2026-01-08 00:00 +00 ada
        2026-01-09 00:00 +00 cy
        2026-01-10 00:00 +00 bea
        """,
        Changed(Rotating, One.Change("2026-01-06T12:00Z", "bea", "dan", "ada", "cy")));

    [Fact]
    public void OnDutyAndRemoved_TheNextNeighbourTakesOverAtOnce_AndTheOneAfterHasTheNextTurn() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada
        2026-01-06 00:00 +00 bea
        2026-01-06 12:00 +00 cy
        2026-01-07 00:00 +00 ada
        2026-01-08 00:00 +00 cy
        2026-01-09 00:00 +00 ada
        2026-01-10 00:00 +00 cy
        """,
        Changed(Rotating, One.Change("2026-01-06T12:00Z", "ada", "cy")));

    [Fact]
    public void SomebodyElseRemoved_ChangesNothingForTheOneOnDuty() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada
        2026-01-06 00:00 +00 bea
        2026-01-07 00:00 +00 cy
        2026-01-08 00:00 +00 bea
        2026-01-09 00:00 +00 cy
        2026-01-10 00:00 +00 bea
        """,
        Changed(Rotating, One.Change("2026-01-06T12:00Z", "bea", "cy")));

    [Fact]
    public void NobodyOfTheOldListLeft_TheFirstOfTheNewTakesOver() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada
        2026-01-06 00:00 +00 bea
        2026-01-06 12:00 +00 dan
        2026-01-07 00:00 +00 eva
        2026-01-08 00:00 +00 dan
        2026-01-09 00:00 +00 eva
        2026-01-10 00:00 +00 dan
        """,
        Changed(Rotating, One.Change("2026-01-06T12:00Z", "dan", "eva")));

    [Fact]
    public void ChangeExactlyAtAHandoff_SeesTheNewTurn() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada
        2026-01-06 00:00 +00 cy
        2026-01-07 00:00 +00 dan
        2026-01-08 00:00 +00 cy
        2026-01-09 00:00 +00 dan
        2026-01-10 00:00 +00 cy
        """,
        Changed(Rotating, One.Change("2026-01-06T00:00Z", "cy", "dan")));

    [Fact]
    public void LaterChange_ActsOnWhatTheEarlierLeft_HoweverTheyAreListed() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada
        2026-01-06 00:00 +00 bea
        2026-01-06 06:00 +00 cy
        2026-01-06 18:00 +00 dan
        2026-01-07 00:00 +00 eva
        2026-01-08 00:00 +00 dan
        2026-01-09 00:00 +00 eva
        2026-01-10 00:00 +00 dan
        """,
        Changed(Rotating, One.Change("2026-01-06T18:00Z", "eva", "dan"), One.Change("2026-01-06T06:00Z", "cy", "dan", "eva")));

    [Fact]
    public void ListedTwice_IsFoundAgainByOccurrence() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada
        2026-01-06 00:00 +00 bea
        2026-01-07 00:00 +00 ada
        2026-01-08 00:00 +00 dan
        2026-01-09 00:00 +00 cy
        2026-01-10 00:00 +00 ada
        """,
        Changed(
            Rotating with { Participants = People("ada", "bea", "ada", "cy") },
            One.Change("2026-01-07T12:00Z", "ada", "cy", "ada", "dan", "cy")));

    [Fact]
    public void SecondListingRemoved_TheNextNeighbourTakesOver() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada
        2026-01-06 00:00 +00 bea
        2026-01-07 00:00 +00 ada
        2026-01-07 12:00 +00 cy
        2026-01-08 00:00 +00 ada
        2026-01-09 00:00 +00 bea
        2026-01-10 00:00 +00 cy
        """,
        Changed(
            Rotating with { Participants = People("ada", "bea", "ada", "cy") },
            One.Change("2026-01-07T12:00Z", "ada", "bea", "cy")));

    [Fact]
    public void SeveralOnCall_TheFirstSlotDecides() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada, bea
        2026-01-05 12:00 +00 bea, cy
        2026-01-06 00:00 +00 bea, dan
        2026-01-07 00:00 +00 cy, dan
        2026-01-08 00:00 +00 bea, cy
        2026-01-09 00:00 +00 bea, dan
        2026-01-10 00:00 +00 cy, dan
        """,
        Changed(Rotating with { OnCallCount = 2 }, One.Change("2026-01-05T12:00Z", "bea", "cy", "dan")));

    [Fact]
    public void Group_ThatLosesAMember_IsAnotherGroup() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada, bea
        2026-01-05 12:00 +00 cy
        2026-01-06 00:00 +00 ada
        2026-01-07 00:00 +00 cy
        2026-01-08 00:00 +00 ada
        2026-01-09 00:00 +00 cy
        2026-01-10 00:00 +00 ada
        """,
        Changed(Rotating with { Participants = People("ada+bea", "cy") }, One.Change("2026-01-05T12:00Z", "ada", "cy")));

    [Fact]
    public void VacantSlot_IsNoNeighbour() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada
        2026-01-05 12:00 +00 bea
        2026-01-06 00:00 +00 nobody
        2026-01-07 00:00 +00 bea
        2026-01-08 00:00 +00 nobody
        2026-01-09 00:00 +00 bea
        2026-01-10 00:00 +00 nobody
        """,
        Changed(Rotating with { Participants = People("ada", "-", "bea") }, One.Change("2026-01-05T12:00Z", "-", "bea")));

    [Fact]
    public void ListEmptiedAndFilledAgain_BeginsWithTheFirst() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada
        2026-01-05 12:00 +00 nobody
        2026-01-07 12:00 +00 dan
        2026-01-08 00:00 +00 eva
        2026-01-09 00:00 +00 dan
        2026-01-10 00:00 +00 eva
        """,
        Changed(Rotating, One.Change("2026-01-07T12:00Z", "dan", "eva"), One.Change("2026-01-05T12:00Z")));

    [Fact]
    public void AllTogether_TheListIsSimplyTheNewOne() => Assert.Equal(
        "2026-01-05 00:00 +00 ada, bea, cy\n2026-01-05 12:00 +00 bea, dan",
        Changed(Rotating with { Rotation = null }, One.Change("2026-01-05T12:00Z", "dan", "bea")));

    [Fact]
    public void ThePast_IsAsItWas()
    {
        var before = Walk.Of(Rotating, "2026-01-05T00:00Z", "2026-01-09T12:00Z");

        Assert.Equal(before, Walk.Of(
            Rotating with { Changes = [One.Change("2026-01-09T12:00Z", "dan")] }, "2026-01-05T00:00Z", "2026-01-09T12:00Z"));
    }

    private static string Changed(Layer layer, params ParticipantChange[] changes) =>
        Walk.Of(layer with { Changes = changes }, "2026-01-05T00:00Z", "2026-01-11T00:00Z");

    private static Participant[] People(params string[] participants) => [.. participants.Select(One.Participant)];
}
