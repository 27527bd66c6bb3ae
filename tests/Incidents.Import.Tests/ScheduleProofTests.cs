using Incidents.Import;
using Incidents.Domain;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Import.Tests;

public class ScheduleProofTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 10, 19, 0, 0);

    [Fact]
    public void AWrongPersonAMissingOneAndOneTooMany_AreEachAnInterval()
    {
        var proof = Prove((0, 10, "ada"), (10, 20, "grace"), (30, 48, "ada"), (40, 44, "grace"));

        Assert.Equal(
        [
            "2026-10-19T10:00:00Z to 2026-10-19T20:00:00Z: theirs grace, ours ada",
            "2026-10-19T20:00:00Z to 2026-10-20T06:00:00Z: theirs nobody, ours ada",
            "2026-10-20T16:00:00Z to 2026-10-20T20:00:00Z: theirs ada, grace, ours ada",
        ], proof!.Differences());
        Assert.Equal(24 * 60, proof!.MinutesThatDiffer);
    }

    [Fact]
    public void ShiftsCutInPieces_AreNoDifference() => Assert.Empty(Prove((0, 7, "ada"), (7, 30, "ada"), (20, 48, "ada"))!.Differences);

    [Fact]
    public void OnlyWhatIsRendered_IsCompared()
    {
        var proof = Prove((-5, 3, "ada"))!;

        Assert.Equal((Start, Start + Duration.FromHours(3)), (proof.From, proof.To));
        Assert.Null(Prove((-5, -1, "ada")));
    }

    private static ScheduleProof? Prove(params (int From, int To, string Person)[] shifts)
    {
        var schedule = new Schedule
        {
            Id = new ScheduleId("s"),
            Name = "S",
            TimeZone = DateTimeZone.Utc,
            Layers = [new Layer { Name = "always", Start = Start - Duration.FromDays(9), Participants = [Participant.Person("ada")] }],
        };
        return ScheduleProof.Of(schedule, RenderedSchedule.Spanning("s", [.. shifts.Select(shift => new Shift(Hour(shift.From), Hour(shift.To), new PersonId(shift.Person)))])!, Start);
    }

    private static Instant Hour(int hours) => Start + Duration.FromHours(hours);
}
