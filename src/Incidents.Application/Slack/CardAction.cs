namespace Incidents.Application.Slack;

/// <summary>What a button or a menu on a card does.</summary>
public enum CardAction
{
    /// <summary>Take the incident.</summary>
    Acknowledge,

    /// <summary>End the incident.</summary>
    Resolve,

    /// <summary>Page the next step now.</summary>
    Escalate,

    /// <summary>Have it, and hear nothing of it for a while.</summary>
    Snooze,

    /// <summary>Answer the question whether they still have it.</summary>
    StillOnIt,

    /// <summary>Have it no longer; also ends a snooze.</summary>
    GiveBack,

    /// <summary>Take up again what was resolved.</summary>
    Reopen,

    /// <summary>End it as a duplicate of the incident of the same service that was open when it opened.</summary>
    Merge,

    /// <summary>Pages a person or a team beside the holder: asks whom, and then, with their names, for confirmation.</summary>
    PageAlso,
}

/// <summary>Each action's short word on the wire, and who may do it.</summary>
public static class CardActions
{
    /// <summary>
    /// Whether the person must be among the configured people. Any full member may acknowledge, so that no page waits for a
    /// configuration; so a person who did may also confirm that they still have it, and give it back.
    /// </summary>
    public static bool NeedsResponder(this CardAction action) => action is not (CardAction.Acknowledge or CardAction.StillOnIt or CardAction.GiveBack);

    internal static string Word(this CardAction action) => action switch
    {
        CardAction.Acknowledge => "ack",
        CardAction.Resolve => "resolve",
        CardAction.Escalate => "escalate",
        CardAction.Snooze => "snooze",
        CardAction.StillOnIt => "still",
        CardAction.GiveBack => "back",
        CardAction.Reopen => "reopen",
        CardAction.Merge => "merge",
        CardAction.PageAlso => "also",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "no such action"),
    };

    internal static bool TryParse(string? word, out CardAction action)
    {
        foreach (var candidate in Enum.GetValues<CardAction>())
        {
            if (candidate.Word() == word)
            {
                action = candidate;
                return true;
            }
        }

        action = default;
        return false;
    }
}
