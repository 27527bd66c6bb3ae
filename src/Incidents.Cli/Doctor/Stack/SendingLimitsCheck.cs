using Incidents.Adapters.CommandLine.Inspection;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>Whether AWS lets the account send what the configuration asks for. What is not used is not asked about.</summary>
internal static class SendingLimitsCheck
{
    /// <summary>US dollars a month. AWS begins at one, which a bad night uses up.</summary>
    private const long TooLittle = 5;

    public static async Task<IReadOnlyList<Finding>> Phone(StackCheckContext context, CancellationToken cancellation)
    {
        if (context.Configuration?.Channels is not { } channels || (channels.SmsOrigination ?? channels.VoiceOrigination) is null)
        {
            return [];
        }

        var allowed = await new MessagingReader(context.Account).Phone(cancellation);
        return
        [
            allowed.IsSandbox
                ? new Finding(Level.Error, "texts and calls are in the sandbox: they reach only numbers that were verified by hand", "ask for production access in the console of AWS End User Messaging, or verify each number there")
                : new Finding(Level.Good, "texts and calls are out of the sandbox"),
            .. channels.SmsOrigination is null ? [] : Limit("texts", allowed.TextLimit),
            .. channels.VoiceOrigination is null ? [] : Limit("calls", allowed.VoiceLimit),
        ];
    }

    public static async Task<IReadOnlyList<Finding>> Mail(StackCheckContext context, CancellationToken cancellation)
    {
        if (context.Configuration?.Channels.EmailFrom is null)
        {
            return [];
        }

        var allowed = await new MessagingReader(context.Account).Mail(cancellation);
        return allowed switch
        {
            { IsSending: false } => [new Finding(Level.Error, "SES has switched sending off for this account", "read what SES wrote to the account's address; aws sesv2 get-account tells the reason")],
            { IsSandbox: true } => [new Finding(Level.Warning, "mails are in the sandbox: they reach only addresses that were verified by hand", "ask for production access in the console of SES, or verify each address there")],
            _ => [new Finding(Level.Good, "mails are out of the sandbox")],
        };
    }

    private static IReadOnlyList<Finding> Limit(string what, long? dollars) => dollars switch
    {
        null => [],
        < TooLittle => [new Finding(Level.Warning, $"{what} end at ${dollars} a month: a bad night uses that up, and then nothing is sent", "ask for more: AWS Support, service limit increase, End User Messaging spend")],
        _ => [new Finding(Level.Good, $"{what} may cost ${dollars} a month")],
    };
}
