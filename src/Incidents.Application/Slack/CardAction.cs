namespace Incidents.Application.Slack;

/// <summary>What a button on a card does.</summary>
public enum CardAction
{
    /// <summary>Take the incident.</summary>
    Acknowledge,

    /// <summary>End the incident.</summary>
    Resolve,
}

/// <summary>Each action's short word on the wire, and who may do it.</summary>
public static class CardActions
{
    /// <summary>Whether the person must be among the configured people. Any full member may acknowledge, so that no page waits for a configuration.</summary>
    public static bool NeedsResponder(this CardAction action) => action != CardAction.Acknowledge;

    internal static string Word(this CardAction action) => action == CardAction.Acknowledge ? "ack" : "resolve";

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
