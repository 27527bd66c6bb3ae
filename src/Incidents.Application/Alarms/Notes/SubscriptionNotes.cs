namespace Incidents.Application.Alarms.Notes;

/// <summary>
/// What SNS says about a subscription. Neither its token nor its links are repeated: a holder of them can end the subscription.
/// </summary>
internal static class SubscriptionNotes
{
    public static ParsedMessage.Note? Read(AlarmMessage message) => message.Type switch
    {
        "SubscriptionConfirmation" => NoteText.Create(
            NoteKind.SubscriptionConfirmation,
            "SNS asks to confirm a subscription",
            $"Topic {message.TopicArn} asks whether this subscription is wanted.",
            message.Identity(),
            disposition: Disposition.Ignore),
        "UnsubscribeConfirmation" => NoteText.Create(
            NoteKind.UnsubscribeConfirmation,
            "A subscription to an alarm topic ended",
            $"Topic {message.TopicArn} no longer delivers alarms here. Subscribe again if nobody meant that.",
            message.TopicArn ?? message.Identity()),
        _ => null,
    };
}
