using System.Collections.Immutable;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.Tests.Incidents;

public sealed class UnclaimedTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 21, 3, 12);
    private static readonly IncidentNumber Number = new(7);

    private static readonly PagingPlan Plan = new([new(new PersonId("ada"), "Ada", "slack", 1), new(new PersonId("ada"), "Ada", "sms", 1) { After = Duration.FromMinutes(1) }], [])
    {
        Position = new EscalationPosition(1, 1),
        Timeout = Duration.FromMinutes(5),
    };

    [Fact]
    public void V28_Unclaimed_PagesFallDueAtOnce_AndTheRestStays()
    {
        var claimed = Opened();

        var left = Unclaimed.Of(before: null, Number, claimed);

        Assert.Equal(
            [("slack", PageState.Pending, 0, Now), ("sms", PageState.Pending, 0, Now + Duration.FromMinutes(1))],
            left.State.Pages.Select(page => (page.Channel, page.State, page.Attempts, page.Deadline)));
        Assert.Equal(Now, left.State.Due);
        Assert.Equal(claimed.State with { Pages = [] }, left.State with { Pages = [] });
        Assert.Equal(claimed.Events.Count, left.Events.Count);

        // The fold over what is stored is what is stored.
        Assert.Equal(left.State, Evolution.Fold(Number, left.Events) with { Pages = left.State.Pages });
    }

    [Fact]
    public void V28_Unclaimed_WhenNothingIsClaimed_IsTheSameDecision()
    {
        var opened = Opened();
        var note = new Decision.Accepted([new NoteAdded(Now, Actor.System, "looking")], opened.State);

        Assert.Same(note, Unclaimed.Of(opened.State, Number, note));
    }

    private static Decision.Accepted Opened() => Opening.Trigger(
        Number,
        new NewIncident("It broke", new ServiceId("checkout"), Severity.Sev2, Urgency.High, IncidentSource.Declared, Actor.System, Alarm: null, "declared", []),
        Plan,
        Now);
}
