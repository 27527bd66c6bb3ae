using System.Globalization;
using System.Text;
using NodaTime;

namespace Incidents.Configuration.Authoring.Comparing;

/// <summary>A comparison as a comment on a pull request: what it comes to in one line, the particulars folded.</summary>
public static class ComparisonMarkdown
{
    private const int MostRows = 30;

    // GitHub takes 65,536 characters.
    private const int MostCharacters = 60_000;

    /// <summary>The whole comment. Names and ids from the files cannot format it or mention anyone.</summary>
    public static string Write(ConfigurationComparison comparison)
    {
        var words = new ComparisonWords(comparison);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"### On-call configuration `{comparison.Before.Version}` → `{comparison.After.Version}`\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{Summary(comparison)} ({words.Compared})\n");
        foreach (var change in comparison.OnCall)
        {
            Table(text, $"On call: {change.Name} ({change.Schedule})", change.Zone, change.Stretches, words, words.Names);
        }

        foreach (var edit in comparison.Edits.TakeWhile(_ => text.Length <= MostCharacters))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n<details><summary>Dated form for {Plain(edit.Place)}</summary>\n\n{Plain(ComparisonWords.Reason(edit))}. {Plain(ComparisonWords.Advice(edit))}:\n\n```yaml\n{string.Join('\n', edit.Yaml)}\n```\n\n</details>\n");
        }

        foreach (var change in comparison.Paging)
        {
            Table(text, $"Paged: {ComparisonWords.Some(change.Services)}, step {change.Step}", change.Zone, change.Stretches, words, words.Names);
        }

        Parts(text, comparison);
        return text.ToString();
    }

    private static string Summary(ConfigurationComparison comparison) =>
        comparison.IsEmpty ? "Nobody would be on call or paged differently."
        : $"{Count(comparison.OnCall.Count, "schedule")} with other people on call, {Count(comparison.Paging.Sum(change => change.Services.Count), "step")} of services that page other people, "
            + $"{Count(comparison.Parts.Count, "part")} added, removed or changed.";

    private static void Table<T>(
        StringBuilder text, string title, DateTimeZone zone, IReadOnlyList<Difference<T>> stretches, ComparisonWords words, Func<T, string> names)
    {
        if (text.Length > MostCharacters)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n<details><summary>{Plain(title)}: {words.Share(stretches)}</summary>\n\n| UTC | {Plain(zone.Id)} | Before | After |\n| --- | --- | --- | --- |\n");
        foreach (var stretch in stretches.Take(MostRows))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {ComparisonWords.Window(stretch.From, stretch.To)} | {ComparisonWords.Window(stretch.From, stretch.To, zone)} | {Plain(names(stretch.Before))} | {Plain(names(stretch.After))} |\n");
        }

        text.Append(stretches.Count > MostRows ? $"\nand {stretches.Count - MostRows} more\n\n</details>\n" : "\n</details>\n");
    }

    private static void Parts(StringBuilder text, ConfigurationComparison comparison)
    {
        if (comparison.Parts.Count > 0)
        {
            text.Append('\n');
        }

        foreach (var part in comparison.Parts)
        {
            if (text.Length > MostCharacters)
            {
                text.Append("- and more: `incidents diff` shows all\n");
                return;
            }

            var details = part.Details.Count == 0 ? "" : $": {string.Join("; ", part.Details)}";
            text.Append(CultureInfo.InvariantCulture, $"- {part.Fate.ToString().ToLowerInvariant()} {part.Kind} {Plain(part.Id + details)}\n");
        }
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    /// <summary>Characters Markdown and HTML know are escaped; an at sign is kept from mentioning by what follows it.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text)
        {
            _ = c switch
            {
                '<' => plain.Append("&lt;"),
                '&' => plain.Append("&amp;"),
                '@' => plain.Append("@\u200B"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '#' or '~' or '!' or '>' => plain.Append('\\').Append(c),
                _ when char.IsControl(c) => plain.Append(' '),
                _ => plain.Append(c),
            };
        }

        return plain.ToString();
    }
}
