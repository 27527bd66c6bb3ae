using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>The fold: an incident is what its events add up to. Total, and without a decision in it.</summary>
public static class Evolution
{
    /// <summary>The first state. Throws <see cref="InvalidOperationException"/> when a story does not begin with <see cref="IncidentTriggered"/>.</summary>
    public static Incident Begin(IncidentNumber number, IncidentEvent first) => first is not IncidentTriggered opened
        ? throw new InvalidOperationException($"{number}: the first event is {first.GetType().Name}, not {nameof(IncidentTriggered)}")
        : new Incident
        {
            Number = number,
            TimelineLength = 1,
            Title = opened.Title,
            Service = opened.Service,
            Severity = opened.Severity,
            Urgency = opened.Urgency,
            Source = opened.Source,
            Opener = opened.Alarm,
            TriggeredAt = opened.At,
            RemindAt = opened.At + IncidentRules.RemindEvery,
        };

    /// <summary>Every event of a story in order.</summary>
    public static Incident Fold(IncidentNumber number, IEnumerable<IncidentEvent> story) =>
        story.Aggregate((Incident?)null, (state, next) => state is null ? Begin(number, next) : Apply(state, next))
        ?? throw new InvalidOperationException($"{number}: no events");

    /// <summary>One event more.</summary>
    public static Incident Apply(Incident incident, IncidentEvent happened)
    {
        var next = incident with { TimelineLength = incident.TimelineLength + 1 };
        return happened switch
        {
            PageRequested e => next with { Pages = next.Pages.Add(new Page { Id = next.TimelineLength, Person = e.Person, Channel = e.Channel, Step = e.Step, RequestedAt = e.At, Deadline = e.Deadline }) },
            PageRetried e => next.WithPage(e.Page, p => p with { State = PageState.Sending, Attempts = p.Attempts + 1, Deadline = e.Deadline }),
            PageDeferred e => next.WithPage(e.Page, p => p with { State = PageState.Waiting, Deadline = e.Until }),
            PageUnanswered e => next.WithPage(e.Page, p => p with { State = PageState.Unknown, Unanswered = p.Unanswered + 1, Deadline = e.RetryAt }),
            PageSent e => next.WithoutPage(e.Page) with { LastPage = new LastPage(e.Person, e.At) },
            PageFailed e => next.WithoutPage(e.Page),
            PageDropped e => next.WithoutPage(e.Page),
            IncidentAcknowledged e => next.Tell(UpdateKind.Acknowledged, e.At) with { Status = IncidentStatus.Acknowledged, AcknowledgedAt = e.At, AcknowledgedBy = e.By, ResolveAt = e.ResolveAt ?? next.ResolveAt },
            AcknowledgementGivenBack e => next.Tell(UpdateKind.GivenBack, e.At) with { Status = IncidentStatus.Triggered, AcknowledgedAt = null },
            AlarmChanged e => next with { Opener = Seen(next.Opener, e.Member, e.Change) },
            AlarmsCounted e => (e.Announce ? next.Tell(UpdateKind.AlarmsJoined, e.At) : next) with
            {
                Joined = new JoinedAlarms(e.Total, e.Firing, e.At, e.LastJoinedAt, e.Announce ? e.Total : next.Joined.Announced),
                FoldAt = e.NextCountAt,
            },
            SeverityChanged e => next with { Severity = e.To, Urgency = e.Urgency },
            IncidentRecovered e => (next.Status == IncidentStatus.Acknowledged ? next.Tell(UpdateKind.Recovered, e.At) : next) with { RecoveredAt = e.At, ResolveAt = e.ResolveAt },
            RecoveryEnded => next with { RecoveredAt = null, ResolveAt = null },
            IncidentResolved e => next.Tell(UpdateKind.Resolved, e.At) with
            {
                Status = IncidentStatus.Resolved,
                ResolvedAt = e.At,
                ResolveReason = e.Reason,
                ResolvedWhileFiring = e.WhileFiring,
                ResolveAt = null,
                FoldAt = null,
                RemindAt = null,
                CloseOutAt = e.At + IncidentRules.Claim,
            },
            IncidentReopened e => next with
            {
                Status = IncidentStatus.Triggered,
                Opener = e.Alarm ?? next.Opener,
                AcknowledgedAt = null,
                RecoveredAt = null,
                ResolvedAt = null,
                ResolveReason = null,
                ResolvedWhileFiring = false,
                CloseOutAt = null,
                FoldAt = next.Joined.Total > 0 ? e.At : null,
                Update = e.Announce ? next.Tell(UpdateKind.Reopened, e.At).Update : null,
                Reopened = e.Times,
                RemindAt = e.At + IncidentRules.RemindEvery,
            },
            ReminderDue e => next.Tell(UpdateKind.Reminder, e.At) with { RemindAt = e.NextAt },
            ClaimRenewed e => next with
            {
                Update = next.Update is { } u && u.ClaimedUntil <= e.At ? u with { ClaimedUntil = e.Until, Attempts = u.Attempts + 1 } : next.Update,
                CloseOutAt = next.CloseOutAt <= e.At ? e.Until : next.CloseOutAt,
            },
            ChannelUpdated e => next with { Update = next.Update?.Since > e.Through ? next.Update : null },
            ClosedOut => next with { CloseOutAt = null },
            _ => next,
        };
    }

    private static Incident Tell(this Incident incident, UpdateKind kind, Instant at) =>
        incident with { Update = new PendingUpdate(kind, incident.TimelineLength, at + IncidentRules.Claim, 1) };

    private static Incident WithPage(this Incident incident, int id, Func<Page, Page> change) =>
        incident.Pages.FindIndex(p => p.Id == id) is >= 0 and var index
            ? incident with { Pages = incident.Pages.SetItem(index, change(incident.Pages[index])) }
            : incident;

    private static Incident WithoutPage(this Incident incident, int id) =>
        incident with { Pages = incident.Pages.RemoveAll(p => p.Id == id) };

    private static OpeningAlarm? Seen(OpeningAlarm? opener, AlarmMember member, AlarmChange change) =>
        opener is null || opener.Member != member
            ? opener
            : new OpeningAlarm(member, change) { IsFiring = change.State == AlarmState.Alarm || (change.State == AlarmState.InsufficientData && opener.IsFiring) };
}
