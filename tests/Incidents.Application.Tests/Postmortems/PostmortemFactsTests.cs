using Incidents.Application.Postmortems;
using Incidents.Application.Tests.Runbooks;
using Incidents.Configuration.Authoring.Templates;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Paging;
using static Incidents.Application.Tests.Configuration.Written;
using static Incidents.Application.Tests.Postmortems.PostmortemSamples;

namespace Incidents.Application.Tests.Postmortems;

public class PostmortemFactsTests
{
    private static readonly Alarm Alarm = Samples.Alarm();
    private static readonly Actor Ada = new("ada", "Ada Lovelace", Via.Slack);
    private static readonly Actor Stranger = new("slack:U0STRANGE1", "Mallory Quick", Via.Slack);

    private static readonly IncidentEvent[] Story =
    [
        new IncidentTriggered(At(11, 18, 46), Alarm.Name, new ServiceId("checkout"), Severity.Sev1, Urgency.High, IncidentSource.Alarm, Actor.System, Opener(), "12 > 5", []),
        new PageRequested(At(11, 18, 46), new PersonId("ada"), "Ada Lovelace", "slack", 1, At(11, 19, 6), ""),
        new PageSent(At(11, 18, 47), 2, new PersonId("ada"), "slack", 1),
        new NoteAdded(At(11, 20, 0), Stranger, "Told Ada and Mallory Quick"),
        new IncidentAcknowledged(At(11, 21, 58), Ada, null),
        new AlarmsCounted(At(11, 22, 0), 1, 0, null, Announce: false, null),
        new IncidentRecovered(At(11, 45, 0), At(11, 50, 0)),
        new IncidentResolved(At(11, 50, 0), Actor.System, ResolveReason.RecoveredByItself, WhileFiring: false, Note: null),
    ];

    [Fact]
    public void Of_WholeStory_GivesTheTimes()
    {
        var input = Gather();

        Assert.Equal(
            (At(11, 18, 46), At(11, 21, 58), At(11, 45, 0), At(11, 50, 0)),
            (input.TriggeredAt, input.AcknowledgedAt!.Value, input.RecoveredAt!.Value, input.ResolvedAt));
        Assert.Equal(new PostmortemPage(PostmortemRole.OnCallResponder, "slack", At(11, 18, 47)), Assert.Single(input.Pages));
        Assert.Equal([Alarm.Name, "checkout-api-cpu-high"], input.Alarms.Select(a => a.Name));
        Assert.Equal(new PostmortemRunbook("alb-5xx", "alb-5xx"), Assert.Single(input.Runbooks));
    }

    [Fact]
    public void Of_WholeStory_TellsItInRolesWithoutBookkeeping() => Assert.Equal(
        [
            "Alarm checkout-alb-5xx fired, Sev1: 12 > 5",
            "Paging the on-call responder on Slack (step 1)",
            "Paged the on-call responder on Slack",
            "a member of the workspace: Told Ada and Mallory Quick",
            "the on-call responder acknowledged in Slack",
            "All alarms are OK; resolves at 11:50 UTC if they stay so",
            "Resolved: all alarms recovered",
        ],
        Gather().Timeline.Select(entry => entry.Text));

    [Fact]
    public void Of_WholeStory_NoNameReachesTheDraft()
    {
        var draft = PostmortemDraft.Write(Gather());

        Assert.Contains("A member of the workspace: Told a responder and a responder\n", draft, StringComparison.Ordinal);
        foreach (var name in new[] { "Ada", "Lovelace", "Grace", "Mallory", "Quick", "U0STRANGE1" })
        {
            Assert.DoesNotContain(name, draft, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_PageToNobody_ReachedNobody() => Assert.Empty(
        PostmortemFacts.Of(Fold(), [Entry(new PageSent(At(12, 0, 0), 1, PagePlanner.Nobody, "slack", 1), 0)], [], Alarm, [], Settings()).Pages);

    private static PostmortemInput Gather() => PostmortemFacts.Of(
        Fold(), [.. Story.Select(Entry)], [Joined()], Alarm, [Samples.Runbook("alb-5xx", "alarms: \"*\"")], Settings());

    private static Incident Fold() => Evolution.Fold(new IncidentNumber(142), Story);

    private static TimelineEntry Entry(IncidentEvent happened, int index) => new(index + 1, happened);

    private static OpeningAlarm Opener() => new(Alarm.Member, Alarm.Change) { IsFiring = true };

    private static OnCallConfiguration Settings() => Good(ConfigurationTemplate.Smallest);

    private static MemberAlarm Joined() => new()
    {
        Member = new AlarmMember(new DedupKey("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:checkout-api-cpu-high"), null),
        Name = "checkout-api-cpu-high",
        Severity = Severity.Sev2,
        JoinedAt = At(11, 19, 30),
        Reason = "93 > 80",
        Changes = [new AlarmChange(AlarmState.Alarm, At(11, 19, 29))],
    };
}
