using Incidents.Domain.Alarms;

namespace Incidents.Application.Alarms.Notes;

/// <summary>Puts a note together within its limits.</summary>
internal static class NoteText
{
    private const int LongestTitle = 150;
    private const int LongestText = 4000;
    private const int LongestHint = 255;
    private const int LongestKey = 512;
    private const int MostNames = 20;

    /// <param name="thing">What it is about: notes of one kind about one thing belong to one incident at a time.</param>
    /// <param name="about">Name of the thing as routing may match it.</param>
    public static ParsedMessage.Note Create(
        NoteKind kind, string title, string text, string thing, string? about = null, Disposition disposition = Disposition.OpenLow) =>
        new(
            kind,
            disposition,
            Shorten.To(OneLine(title), LongestTitle),
            Shorten.To(text, LongestText),
            new DedupKey(Shorten.KeepingApart($"note:{kind}:{thing}", LongestKey)),
            about is null ? null : Shorten.To(about, LongestHint));

    /// <summary>What stands for the thing where the message names none.</summary>
    public static string Identity(this AlarmMessage message) => message.MessageId ?? message.Text;

    /// <summary>What there is of several lines.</summary>
    public static string Lines(params IEnumerable<string?> lines) => string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line)));

    /// <summary>The names there are, without repeats; what is longer than a name is none.</summary>
    public static IReadOnlyList<string> Named(params IEnumerable<string?> names) =>
        [.. names.OfType<string>().Select(name => name.Trim()).Where(name => name.Length is > 0 and <= LongestHint).Distinct().Take(MostNames)];

    private static string OneLine(string text) =>
        string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
