using System.Text;
using Incidents.Application.Markdown;
using Incidents.Application.Notifications;

namespace Incidents.Application.Paging.Channels;

/// <summary>A text message of at most two segments in the GSM 7-bit alphabet, which every phone shows and no gateway changes.</summary>
public static class SmsText
{
    /// <summary>Two segments: each gives up 7 of its 160 septets to say which it is.</summary>
    public const int Longest = 2 * 153;

    /// <summary>What the numbers of further incidents may take, so that the worst one and the link fit beside them.</summary>
    internal const int RoomForNumbers = 90;

    private const int ShortService = 24;

    private const string Basic = "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private const string Extended = "^{}\\[~]|€";

    /// <summary>`INC-142 Sev1 checkout: 5xx 12% > 5%. Acknowledge: https://…`. What is too long is cut in the title, never in the link.</summary>
    public static string Of(PageMessage message)
    {
        var facts = PageFacts.Of(message);
        if (facts.IsTest)
        {
            return $"TEST, nobody needs to act. {(facts.Link is { } receipt && Fits(receipt.AbsoluteUri, Longest / 2) ? $"{(message is Notification.TestPage { AsksLoud: true } ? "Was it loud?" : "I got it:")} {receipt.AbsoluteUri}" : "Tell your team that it arrived.")}";
        }

        if (facts.Degraded is not null)
        {
            // Whom it names is what counts; why there is no link fits beside it.
            const string NoLink = " (degraded page: the incident store gives no answer, nothing to acknowledge yet)";
            var about = Gsm($"{facts.Severity} {facts.Service}: ");
            return about + Cut(Gsm(facts.Title), Longest - Septets(about) - Septets(NoLink)) + NoLink;
        }

        var several = facts.Others.Count > 0;
        var head = Gsm($"{(message.MayBeRepeat ? "(Maybe a repeat) " : "")}{(several ? $"{(SeveralWords.AreNotices(facts.Others.Append(message.Briefing)) ? $"{facts.Count} notices" : facts.Several)}, worst: " : "")}{facts.Number} {facts.Severity} {(several ? VisibleText.Of(facts.Service, ShortService) : facts.Service)}: ");
        var also = several ? $" Also INC-{facts.OtherNumbers}." : "";
        var tail = also + (facts.Link is { } link && Fits(link.AbsoluteUri, Longest - Septets(head) - Septets(also))
            ? $" {(several ? $"Ack all {facts.Count}" : "Ack")}: {link.AbsoluteUri}"
            : $" Ack in Slack or: {facts.Command}");
        return head + Cut(Gsm(facts.Title), Longest - Septets(head) - Septets(tail)) + tail;
    }

    /// <summary>The text with how to answer it by a reply, where there is room for that.</summary>
    public static string WithReply(string text) => Septets(text) + Septets(Reply) <= Longest ? text + Reply : text;

    private const string Reply = " Or reply 1.";

    /// <summary>How much of a segment a text takes; -1 when it is not all in the alphabet.</summary>
    public static int Septets(string text)
    {
        var count = 0;
        foreach (var letter in text)
        {
            if (!Basic.Contains(letter, StringComparison.Ordinal) && !Extended.Contains(letter, StringComparison.Ordinal))
            {
                return -1;
            }

            count += Extended.Contains(letter, StringComparison.Ordinal) ? 2 : 1;
        }

        return count;
    }

    private static bool Fits(string link, int room) => Septets(link) is >= 0 and var length && length + " Ack all 100: ".Length <= room;

    /// <summary>Letters with marks the alphabet lacks lose the mark; other characters become a question mark.</summary>
    private static string Gsm(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            plain.Append(rune switch
            {
                { Value: '…' } => "...",
                { Value: '–' or '—' or '·' } => "-",
                { Value: '’' or '‘' or '`' } => "'",
                { Value: '“' or '”' } => "\"",
                _ when Septets(rune.ToString()) > 0 => rune.ToString(),
                _ => Unmarked(rune),
            });
        }

        return plain.ToString();
    }

    private static string Unmarked(Rune rune)
    {
        var first = rune.ToString().Normalize(NormalizationForm.FormKD)[..1];
        return Septets(first) > 0 ? first : "?";
    }

    private static string Cut(string text, int room)
    {
        if (Septets(text) <= room)
        {
            return text;
        }

        var end = text.Length;
        while (end > 0 && Septets(text[..end]) > room - 3)
        {
            end--;
        }

        return text[..end] + "...";
    }
}
