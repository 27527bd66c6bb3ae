using Incidents.Application.Markdown;

namespace Incidents.Application.Runbooks;

/// <summary>The page that an alarm's description names after the word `Runbook:`.</summary>
/// <param name="Link">An address that is safe to show as a link; null when it was dropped.</param>
/// <param name="Note">Why it was dropped, for the timeline; null when it was not.</param>
public sealed record RunbookMention(Uri? Link, string? Note)
{
    private static readonly string[] Words = ["runbook", "playbook"];

    /// <summary>The page; null when the description names none.</summary>
    public static RunbookMention? In(string description)
    {
        if (Mentioned(description) is not { } written || !IsAddress(written))
        {
            return null;
        }

        var (href, refusal) = LinkTarget.ReadAbsolute(written);
        return href is not null
            ? new RunbookMention(new Uri(href), null)
            : new RunbookMention(null, $"The runbook in the alarm's description is not shown as a link: {refusal?.InWords()}.");
    }

    /// <summary>The id of a runbook of ours that the description names; null when it names a page, or nothing.</summary>
    internal static string? Id(string description) => Mentioned(description) is { } written && !IsAddress(written)
        ? written.EndsWith(".md", StringComparison.Ordinal) ? written[..^".md".Length] : written
        : null;

    private static bool IsAddress(string written) => written.AsSpan().ContainsAny(":/\\");

    private static string? Mentioned(string description)
    {
        foreach (var word in Words)
        {
            var at = description.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && description[(at + word.Length)..].TrimStart() is [':' or '=', .. var rest])
            {
                var value = rest.TrimStart();
                var end = value.AsSpan().IndexOfAny(" \t\r\n|");
                var written = (end < 0 ? value : value[..end]).Trim('<', '>', '"', '\'', '`', ',', ';', ')', '(').TrimEnd('.');
                return written.Length == 0 ? null : written;
            }
        }

        return null;
    }
}
