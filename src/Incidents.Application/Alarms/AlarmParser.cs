using System.Collections.Frozen;
using System.Text;

namespace Incidents.Application.Alarms;

/// <summary>
/// Tells what a delivered text is: an alarm in the wire format of one of the sources, a note, or something to be kept and looked at.
/// Never throws, whatever the text: who calls it holds a page in their hands.
/// </summary>
public static class AlarmParser
{
    /// <summary>What SNS and EventBridge carry at most; a text of this size or more is not read as JSON.</summary>
    public const int MaxBytes = 256 * 1024;

    private static readonly AwsSource Aws = new();

    /// <summary>Every wire format that is read.</summary>
    private static readonly FrozenDictionary<string, IAlarmSource> Sources =
        new IAlarmSource[] { Aws, new HeartbeatSource() }.ToFrozenDictionary(source => source.Name, StringComparer.Ordinal);

    /// <summary>Reads one message, from anywhere.</summary>
    public static ParsedMessage Parse(AlarmMessage message) => Parse(message, AlarmAllowList.Any);

    /// <summary>Reads one message, if <paramref name="allowed"/> has its topic, account and region.</summary>
    public static ParsedMessage Parse(AlarmMessage message, AlarmAllowList allowed)
    {
        if (allowed.RefusalOf(message) is { } foreignTopic)
        {
            return foreignTopic;
        }

        var parsed = Read(message);
        return parsed is ParsedMessage.Alarm { Value: var alarm } && allowed.RefusalOf(alarm) is { } foreign ? foreign : parsed;
    }

    private static ParsedMessage Read(AlarmMessage message)
    {
        if (message.EnvelopeFault is { } fault)
        {
            return AlarmTrace.Unreadable(message, fault);
        }

        if (string.IsNullOrWhiteSpace(message.Text))
        {
            return AlarmTrace.Unreadable(message, "The message is empty.");
        }

        if (Encoding.UTF8.GetByteCount(message.Text) >= MaxBytes)
        {
            return AlarmTrace.Unreadable(message, $"The message is longer than any alarm: {message.Text.Length} characters.");
        }

        return message.Source is not { } name ? Aws.Read(message)
            : Sources.GetValueOrDefault(name) is { } source ? source.Read(message)
            : AlarmTrace.Unreadable(message, $"This version reads no alarms of the source {Shorten.Quote(name)}.");
    }
}
