using NodaTime;

namespace Incidents.Configuration.Authoring.Comparing;

/// <summary>A comparison for terminals.</summary>
public static class ComparisonText
{
    private const int MostStretches = 20;

    /// <summary>Lines without line ends.</summary>
    public static IEnumerable<string> Lines(ConfigurationComparison comparison) => Marked(comparison).Select(line => line.Text);

    /// <summary>The same, each with what became of what it is about; null where a line says nothing of the kind.</summary>
    public static IEnumerable<(string Text, PartFate? Fate)> Marked(ConfigurationComparison comparison)
    {
        var words = new ComparisonWords(comparison);
        yield return ($"{comparison.Before.Version} → {comparison.After.Version}, {words.Compared}", null);
        if (comparison.IsEmpty)
        {
            yield return (comparison.Before.Version == comparison.After.Version
                ? "the same configuration"
                : "nobody would be on call or paged differently", null);
            yield break;
        }

        var lines = OnCall(comparison, words).Concat(Edits(comparison).Select(line => (line, (PartFate?)null))).Concat(Paging(comparison, words)).Concat(Parts(comparison));
        foreach (var line in lines)
        {
            yield return line;
        }
    }

    private static IEnumerable<(string, PartFate?)> OnCall(ConfigurationComparison comparison, ComparisonWords words)
    {
        yield return ("", null);
        yield return (comparison.OnCall.Count == 0 ? "On call: the same people at the same times" : "On call", null);
        foreach (var change in comparison.OnCall)
        {
            yield return ($"  {change.Name} ({change.Schedule}, {change.Zone.Id}): {words.Share(change.Stretches)}", PartFate.Changed);
            foreach (var line in Stretches(change.Stretches, change.Zone, words.Names))
            {
                yield return (line, null);
            }
        }
    }

    private static IEnumerable<string> Edits(ConfigurationComparison comparison)
    {
        foreach (var edit in comparison.Edits)
        {
            yield return "";
            yield return $"Dated form for {edit.Place}: {ComparisonWords.Reason(edit)}";
            yield return $"{ComparisonWords.Advice(edit)}:";
            yield return "";
            foreach (var line in edit.Yaml)
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<(string, PartFate?)> Paging(ConfigurationComparison comparison, ComparisonWords words)
    {
        yield return ("", null);
        yield return (comparison.Paging.Count == 0 ? "Paged: the same people at the same times" : "Paged", null);
        foreach (var change in comparison.Paging)
        {
            yield return ($"  {ComparisonWords.Some(change.Services)}, step {change.Step} ({change.Zone.Id}): {words.Share(change.Stretches)}", PartFate.Changed);
            foreach (var line in Stretches(change.Stretches, change.Zone, words.Names))
            {
                yield return (line, null);
            }
        }
    }

    private static IEnumerable<string> Stretches<T>(IReadOnlyList<Difference<T>> stretches, DateTimeZone zone, Func<T, string> names)
    {
        foreach (var stretch in stretches.Take(MostStretches))
        {
            var local = zone == DateTimeZone.Utc ? "" : $"  ({ComparisonWords.Window(stretch.From, stretch.To, zone)})";
            yield return $"    {ComparisonWords.Window(stretch.From, stretch.To)} UTC{local}  {names(stretch.Before)} → {names(stretch.After)}";
        }

        if (stretches.Count > MostStretches)
        {
            yield return $"    and {stretches.Count - MostStretches} more; --format json shows all";
        }
    }

    private static IEnumerable<(string, PartFate?)> Parts(ConfigurationComparison comparison)
    {
        if (comparison.Parts.Count == 0)
        {
            yield break;
        }

        yield return ("", null);
        yield return ("Parts", null);
        foreach (var part in comparison.Parts)
        {
            var details = part.Details.Count == 0 ? "" : $": {string.Join("; ", part.Details)}";
            yield return ($"  {Sign(part.Fate)} {part.Kind} {part.Id}{details}", part.Fate);
        }
    }

    private static char Sign(PartFate fate) => fate switch
    {
        PartFate.Added => '+',
        PartFate.Removed => '-',
        _ => '~',
    };
}
