namespace Incidents.Cli.Doctor.Stack;

/// <summary>Whether the stack was allowed to use what the configuration reaches people by.</summary>
internal static class StackChannels
{
    public static IReadOnlyList<Finding> Look(StackVisit visit)
    {
        if (visit.Configuration is not { } settings)
        {
            return [];
        }

        return
        [
            .. settings.Channels.EmailFrom is { } sender && visit.Parameter("EmailIdentityArns").Length == 0
                ? [new Finding(Level.Error, $"mails come from {sender}, and the stack may send none", visit.Deploy("EmailIdentityArns=ARN"))]
                : Array.Empty<Finding>(),
            .. (settings.Channels.SmsOrigination ?? settings.Channels.VoiceOrigination) is { } number && visit.Parameter("PhoneOriginationArns").Length == 0
                ? [new Finding(Level.Error, $"texts and calls come from {number}, and the stack may send none", visit.Deploy("PhoneOriginationArns=ARN"))]
                : Array.Empty<Finding>(),
            .. settings.Channels.SmsTwoWay && visit.Parameter("TextReplies") != "on"
                ? [new Finding(Level.Error, "texts ask for replies (two_way), and the stack takes none", visit.Deploy("TextReplies=on"))]
                : Array.Empty<Finding>(),
        ];
    }
}
