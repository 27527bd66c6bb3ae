using Incidents.Application.SlackMarkup;

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

    /// <summary>A row of buttons and menus, 25 at most.</summary>
    public sealed record Actions(params IReadOnlyList<SlackElement> Elements) : SlackBlock;

    /// <summary>A thin line.</summary>
    public sealed record Divider : SlackBlock;
}
