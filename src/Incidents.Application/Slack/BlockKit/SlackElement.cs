namespace Incidents.Application.Slack.BlockKit;

/// <summary>What can be pressed in an actions block.</summary>
/// <param name="ActionId">Unique within the message, 255 characters.</param>
/// <param name="Text">What it says: 75 characters on a button, 150 on a menu.</param>
/// <remarks>Source: https://docs.slack.dev/reference/block-kit/block-elements</remarks>
public abstract record SlackElement(string ActionId, string Text)
{
    /// <summary>Asks back before the press counts.</summary>
    public SlackConfirm? Confirm { get; init; }
}

/// <summary>A button of an actions block.</summary>
/// <param name="ActionId">Unique within the message.</param>
/// <param name="Text">What it says, 75 characters.</param>
public sealed record SlackButton(string ActionId, string Text) : SlackElement(ActionId, Text)
{
    /// <summary>Comes back when it is pressed, 2,000 characters.</summary>
    public string? Value { get; init; }

    /// <summary>Opens in the browser, 3,000 characters.</summary>
    public Uri? Url { get; init; }

    /// <summary>How it looks.</summary>
    public SlackButtonStyle Style { get; init; }
}

/// <summary>A menu whose choice counts at once.</summary>
/// <param name="Text">What it says before anything is chosen, 150 characters.</param>
/// <param name="Options">1 to 100 choices.</param>
public sealed record SlackMenu(string ActionId, string Text, params IReadOnlyList<SlackOption> Options) : SlackElement(ActionId, Text);

/// <summary>One choice of a menu.</summary>
/// <param name="Text">75 characters.</param>
/// <param name="Value">Comes back when it is chosen, <see cref="LongestValue"/> characters.</param>
public sealed record SlackOption(string Text, string Value)
{
    /// <summary>A longer value makes Slack refuse the whole message.</summary>
    public const int LongestValue = 150;
}

/// <summary>Looks of a button.</summary>
public enum SlackButtonStyle
{
    /// <summary>Like any other.</summary>
    Default,

    /// <summary>Green: the one thing to do next.</summary>
    Primary,

    /// <summary>Red: think first.</summary>
    Danger,
}

/// <summary>The question a button asks back.</summary>
/// <param name="Title">100 characters.</param>
/// <param name="Text">300 characters.</param>
/// <param name="Yes">30 characters.</param>
/// <param name="No">30 characters.</param>
public sealed record SlackConfirm(string Title, string Text, string Yes, string No);
