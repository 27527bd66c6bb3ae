using Incidents.Domain.Alarms;

namespace Incidents.Application.Alarms.Notes;

/// <summary>Puts a note together within its limits.</summary>
internal static class NoteText
{
    private const int LongestTitle = 150;
    private const int LongestText = 4000;
    private const int LongestHint = 255;
    private const int LongestKey = 512;

    public static ParsedMessage.Note Create(
        NoteKind kind, string title, string text, string identity, string? about = null, Disposition disposition = Disposition.OpenLow) =>
        new(
            kind,
            disposition,
            Shorten.To(OneLine(title), LongestTitle),
            Shorten.To(text, LongestText),
            new DedupKey(Shorten.KeepingApart($"note:{kind}:{identity}", LongestKey)),
            about is null ? null : Shorten.To(about, LongestHint));

    /// <summary>What tells this message from others where its content has no id of its own: repeats share it.</summary>
    public static string Identity(this AlarmMessage message) => message.MessageId ?? message.Text;

    private static string OneLine(string text) =>
        string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
