using System.Text.RegularExpressions;

namespace Incidents.Application.Alarms;

/// <summary>
/// Whether a message has one of the forms that are taken. What SNS delivers is kept whatever it is, because its sender hears of no refusal;
/// a caller of the API does, and would take a webhook of another product that ends as a Sev4 for one that works.
/// </summary>
public static partial class KnownForm
{
    /// <summary>The forms, as a clause that follows "takes".</summary>
    public const string Names =
        "a CloudWatch alarm (AlarmName, NewStateValue), an event of EventBridge (detail-type, source, detail), the envelope of SNS around either (Type, TopicArn, Message) or a Lambda event of such records (Records)";

    /// <summary>False for what is certainly of another kind. An alarm that is damaged or cut off is an alarm.</summary>
    public static bool Has(AlarmMessage message) => IsInEnvelope(message) || AlarmParser.Parse(message) switch
    {
        ParsedMessage.Note { Kind: NoteKind.PlainText or NoteKind.UnknownJson } => false,
        ParsedMessage.Unreadable => OurField().IsMatch(message.Text),
        _ => true,
    };

    /// <summary>The topic's way: what is inside stays as it is there.</summary>
    private static bool IsInEnvelope(AlarmMessage message) => message.EnvelopeFault is null && message.TopicArn is not null;

    [GeneratedRegex("""\\?"(AlarmName|AlarmArn|NewStateValue|detail-type|TopicArn)\\?"\s*:""", RegexOptions.NonBacktracking)]
    private static partial Regex OurField();
}
