namespace Incidents.Application.Slack.Inbound;

/// <summary>A user's action in Slack. Signed by Slack, but who did it and whether they may is not judged yet.</summary>
public abstract record SlackInteraction
{
    private SlackInteraction()
    {
    }

    /// <summary>Buttons pressed on one message: nearly always one.</summary>
    public sealed record ButtonsPressed : SlackInteraction
    {
        /// <summary>Who pressed.</summary>
        public required SlackSender Sender { get; init; }

        /// <summary>Channel of the message, such as `CBR2V3XEX`; null outside channels.</summary>
        public string? ChannelId { get; init; }

        /// <summary>Slack's id of the message within its channel: kept as text, for it loses digits as a number.</summary>
        public string? MessageTs { get; init; }

        /// <summary>Where the answer may go, 5 times within 30 minutes; already held against the allowed hosts.</summary>
        public Uri? ResponseUrl { get; init; }

        /// <summary>Allows opening one dialog within 3 seconds.</summary>
        public string? TriggerId { get; init; }

        /// <summary>What was pressed, 1 to <see cref="SlackInteractions.MostActions"/>.</summary>
        public required IReadOnlyList<PressedButton> Buttons { get; init; }
    }

    /// <summary>A dialog was submitted. Webhook mode opens none: answer 200 with an empty body.</summary>
    public sealed record DialogSubmitted(SlackSender Sender) : SlackInteraction;

    /// <summary>Slack sent a kind of interaction that nothing here asks for: answer 200 and count it.</summary>
    public sealed record Unused(string Type) : SlackInteraction;

    /// <summary>Answer 400 with an empty body, count it, change nothing.</summary>
    public sealed record Unreadable(InteractionFault Fault) : SlackInteraction;
}

/// <summary>The ids Slack gives with every interaction.</summary>
/// <param name="UserId">The person, such as `UA8RXUSPL`.</param>
/// <param name="UserTeamId">The workspace the person belongs to; another one than <paramref name="TeamId"/> for Slack Connect.</param>
/// <param name="TeamId">The workspace the app answers for; null for installs on a whole organisation.</param>
/// <param name="EnterpriseId">The organisation, where there is one.</param>
/// <param name="AppId">The app whose button it is.</param>
public sealed record SlackSender(string UserId, string? UserTeamId, string? TeamId, string? EnterpriseId, string? AppId)
{
    /// <summary>Whether Slack says that there is no workspace, as it does for an app that a whole organisation has installed.</summary>
    public bool HasNoTeam { get; init; }
}

/// <summary>One pressed button, or one choice in a menu.</summary>
/// <param name="ActionId">What the card called the button.</param>
/// <param name="Value">The text the card put into it; null for a button that only opens a link, and for a kind of element that cards do not have.</param>
public sealed record PressedButton(string ActionId, string? Value);

/// <summary>What is wrong with a signed interaction.</summary>
public enum InteractionFault
{
    /// <summary>The form is broken, or holds no or several `payload` fields.</summary>
    NoSinglePayload,

    /// <summary>The payload is not one JSON object of depth 32 at most, with each name once and only real text.</summary>
    BadJson,

    /// <summary>No type, or no person.</summary>
    MissingField,

    /// <summary>Nothing was pressed, or more than one message can hold.</summary>
    ActionCount,

    /// <summary>The response_url points elsewhere than to Slack. Worth an alert: nothing may be fetched from it.</summary>
    ForeignResponseUrl,
}
