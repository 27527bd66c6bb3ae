using System.Text;
using Incidents.Application.SlackMarkup;

namespace Incidents.Application.Slack.BlockKit;

/// <summary>A message with its lock-screen line.</summary>
/// <param name="Text">What a notification shows, and what a screen reader reads; one line. Neither renders dates, so they stand there with their zone.</param>
/// <param name="Blocks">What the channel shows; none for a short message that is only its text.</param>
public sealed record SlackMessage(Mrkdwn Text, params IReadOnlyList<SlackBlock> Blocks)
{
    /// <summary>Lines that are the notification, and the message too: in sections, for only those render dates.</summary>
    public static SlackMessage Of(params IReadOnlyList<Mrkdwn> lines) => new(Mrkdwn.Lines(lines), [.. Sections(lines)]);

    private static IEnumerable<SlackBlock> Sections(IReadOnlyList<Mrkdwn> lines)
    {
        for (var (from, to) = (0, 0); from < lines.Count; from = to)
        {
            for (var room = SlackLimits.Section; to < lines.Count && (to == from || room > lines[to].Value.Length); to++)
            {
                room -= lines[to].Value.Length + 1;
            }

            yield return new SlackBlock.Section(Mrkdwn.Lines(lines.Skip(from).Take(to - from)));
        }
    }

    /// <summary>The body to post, below 13,000 characters: expendable blocks are left out from the end until it fits.</summary>
    public ReadOnlyMemory<byte> ToJson(SlackDelivery delivery = SlackDelivery.New)
    {
        for (var blocks = Blocks.Take(SlackLimits.Blocks).ToList(); ;)
        {
            var json = BlockKitWriter.Write(Text.WithPlainDates(), blocks, delivery);
            var expendable = blocks.FindLastIndex(block => block.Expendable);
            if (expendable < 0 || Encoding.UTF8.GetCharCount(json.Span) < SlackLimits.Message)
            {
                return json;
            }

            blocks.RemoveAt(expendable);
        }
    }
}

/// <summary>What becomes of a message.</summary>
public enum SlackDelivery
{
    /// <summary>A new message in the channel.</summary>
    New,

    /// <summary>Takes the place of the card whose button was pressed. Only by response_url.</summary>
    InPlaceOfCard,

    /// <summary>Shown to the clicker alone, and gone after a reload. Only by response_url.</summary>
    OnlyToClicker,
}
