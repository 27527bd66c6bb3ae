namespace Incidents.Application.Slack.BlockKit;

/// <summary>One block of a message. Each keeps to Slack's limits by cutting what is too long.</summary>
/// <remarks>Source: https://docs.slack.dev/reference/block-kit/blocks</remarks>
public abstract record SlackBlock
{
    private SlackBlock()
    {
    }

    /// <summary>May be left out when the whole message would be too long.</summary>
    public bool Expendable { get; init; }

    /// <summary>Large bold line without mark-up, 150 characters.</summary>
    public sealed record Header(string Text) : SlackBlock;

    /// <summary>A paragraph, 3,000 characters. The only place a mention notifies from.</summary>
    public sealed record Section(Mrkdwn Text) : SlackBlock;

    /// <summary>Small print.</summary>
    public sealed record Context(Mrkdwn Text) : SlackBlock;

    /// <summary>A row of buttons, 25 at most.</summary>
    public sealed record Actions(params IReadOnlyList<SlackButton> Buttons) : SlackBlock;

    /// <summary>A thin line.</summary>
    public sealed record Divider : SlackBlock;
}

/// <summary>A button of an actions block.</summary>
/// <param name="ActionId">Unique within the message.</param>
/// <param name="Text">What it says, 75 characters.</param>
public sealed record SlackButton(string ActionId, string Text)
{
    /// <summary>Comes back when it is pressed, 2,000 characters.</summary>
    public string? Value { get; init; }

    /// <summary>Opens in the browser, 3,000 characters.</summary>
    public Uri? Url { get; init; }

    /// <summary>How it looks.</summary>
    public SlackButtonStyle Style { get; init; }

    /// <summary>Asks back before the press counts.</summary>
    public SlackConfirm? Confirm { get; init; }
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
