using System.Diagnostics;
using Incidents.Application.Actions;
using Incidents.Application.Slack.BlockKit;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Slack;

/// <summary>Hands a press to the use case that the console, the command line and the API run as well.</summary>
public sealed class CardActionDispatcher(
    AcknowledgeIncident acknowledge, ResolveIncident resolve, EscalateIncident escalate, SnoozeIncident snooze, GiveBackIncident giveBack, ReopenIncident reopen, MergeIncidents merge, ActOnSeveral several,
    AskToPage asking)
{
    /// <summary>A button that asks first: what the clicker alone reads, and only the last answer does anything.</summary>
    public Task<SlackMessage> Ask(CardButton button, Actor by, CancellationToken cancellation) => asking.Handle(button, by, cancellation);

    /// <summary>A button that is about several incidents.</summary>
    public Task<IReadOnlyList<SeveralResult>> HandleAll(CardButton button, Actor by, CancellationToken cancellation) => button.Action switch
    {
        CardAction.Acknowledge => several.Acknowledge(button.All, by, cancellation),
        CardAction.StillOnIt => several.StillOnIt(button.All, by, cancellation),
        _ => throw new UnreachableException(),
    };

    /// <param name="by">The person, already authorized.</param>
    /// <param name="card">The card they pressed on; null when Slack did not say how it can be replaced.</param>
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public Task<ChangeResult> Handle(CardButton button, Actor by, MessageRef? card, CancellationToken cancellation) => button switch
    {
        { Action: CardAction.Acknowledge } => acknowledge.Handle(button.Incident, by, cancellation, clicked: card),
        { Action: CardAction.Resolve } => resolve.Handle(button.Incident, by, ResolveReason.Fixed, button.Confirmed, note: null, cancellation, clicked: card),
        { Action: CardAction.Escalate } => escalate.Handle(button.Incident, by, cancellation, clicked: card),
        { Action: CardAction.Snooze, Snooze: { } choice } => snooze.Handle(button.Incident, by, choice.Until, cancellation, clicked: card),
        { Action: CardAction.StillOnIt } => acknowledge.StillOnIt(button.Incident, by, cancellation, button.Stay?.Length, card),
        { Action: CardAction.Reopen } => reopen.Handle(button.Incident, by, "it is not over", cancellation, clicked: card),
        { Action: CardAction.GiveBack } => giveBack.Handle(button.Incident, by, cancellation, clicked: card),
        { Action: CardAction.Merge } => merge.IntoTheOneBeside(button.Incident, by, cancellation, clicked: card),
        _ => throw new UnreachableException(),
    };
}
