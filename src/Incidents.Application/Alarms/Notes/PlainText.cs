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
        if (IsBudget(message))
        {
            return NoteText.Create(NoteKind.Budget, message.Subject ?? "AWS Budgets notification", text, message.Subject ?? message.Identity());
        }

        if (AlarmTrace.In(message))
        {
            return AlarmTrace.Unreadable(message, "The message mentions an alarm and is not in CloudWatch's form.");
        }

        return text.Any(char.IsWhiteSpace)
            ? NoteText.Create(NoteKind.PlainText, message.Subject ?? text, text, message.Subject ?? text)
            : AlarmTrace.Unreadable(message, "The message is a single word.");
    }

    private static bool IsBudget(AlarmMessage message) =>
        message.Text.TrimStart().StartsWith("AWS Budget Notification", StringComparison.OrdinalIgnoreCase)
        || message.Subject?.StartsWith("AWS Budgets:", StringComparison.OrdinalIgnoreCase) == true;
}
