namespace Incidents.Application.Alarms.Notes;

/// <summary>Text that is no JSON: kept and shown as it is.</summary>
internal static class PlainText
{
    private const string Bom = "\uFEFF";

    /// <summary>Whether it was meant to be a JSON object, so that not being one is a defect and not a style.</summary>
    public static bool StartsAnObject(string text) =>
        text.AsSpan().TrimStart(Bom).TrimStart().StartsWith("{", StringComparison.Ordinal);

    public static ParsedMessage Read(AlarmMessage message)
    {
        var text = message.Text.Trim();

        // Before the trace of an alarm is looked for: a stack may well have a resource with ALARM in its name.
        if (Known(message) is { } known)
        {
            return known;
        }

        if (AlarmTrace.In(message))
        {
            return AlarmTrace.Unreadable(message, "The message mentions an alarm and is not in CloudWatch's form.");
        }

        return text.Any(char.IsWhiteSpace)
            ? NoteText.Create(NoteKind.PlainText, message.Subject ?? text, text, message.Subject ?? text)
            : AlarmTrace.Unreadable(message, "The message is a single word.");
    }

    /// <summary>Prose in a form that is known.</summary>
    private static ParsedMessage.Note? Known(AlarmMessage message) =>
        TopicNotes.From(CostNotes.Budget(message), "aws.budgets")
        ?? TopicNotes.From(BackupNotes.Read(message), "aws.backup")
        ?? TopicNotes.From(DeploymentNotes.Read(message), "aws.cloudformation");
}
