namespace Incidents.Cli.Doctor.Stack;

/// <summary>Whether the stack was allowed to use what the configuration reaches people by.</summary>
internal static class ChannelPermissionCheck
{
    public static IReadOnlyList<Finding> Look(StackCheckContext context)
    {
        if (context.Configuration is not { } settings)
        {
            return [];
        }

        return
        [
            .. settings.Channels.EmailFrom is { } sender && context.Parameter("EmailIdentityArns").Length == 0
                ? [new Finding(Level.Error, $"mails come from {sender}, and the stack may send none", context.Deploy("EmailIdentityArns=ARN"))]
                : Array.Empty<Finding>(),
            .. (settings.Channels.SmsOrigination ?? settings.Channels.VoiceOrigination) is { } number && context.Parameter("PhoneOriginationArns").Length == 0
                ? [new Finding(Level.Error, $"texts and calls come from {number}, and the stack may send none", context.Deploy("PhoneOriginationArns=ARN"))]
                : Array.Empty<Finding>(),
            .. settings.Channels.SmsTwoWay && context.Parameter("TextReplies") != "on"
                ? [new Finding(Level.Error, "texts ask for replies (two_way), and the stack takes none", context.Deploy("TextReplies=on"))]
                : Array.Empty<Finding>(),
        ];
    }
}
