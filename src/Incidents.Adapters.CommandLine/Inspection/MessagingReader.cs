using System.Text.Json;
using Incidents.Adapters.Aws;

namespace Incidents.Adapters.CommandLine.Inspection;

/// <summary>What AWS lets an account send by text and by call.</summary>
/// <param name="IsSandbox">To numbers alone that were verified by hand.</param>
/// <param name="TextLimit">US dollars a month; null when the answer does not say.</param>
/// <param name="VoiceLimit">US dollars a month; null when the answer does not say.</param>
public sealed record PhoneAllowance(bool IsSandbox, long? TextLimit, long? VoiceLimit);

/// <summary>What AWS lets an account send by mail.</summary>
/// <param name="IsSandbox">To identities alone that were verified by hand.</param>
/// <param name="IsSending">False while SES has switched sending off.</param>
public sealed record MailAllowance(bool IsSandbox, bool IsSending);

/// <summary>Reads what AWS lets an account send.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeAccountAttributes.html,
/// API_DescribeSpendLimits.html there, and https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetAccount.html
/// </remarks>
public sealed class MessagingReader(AwsAccount account)
{
    /// <exception cref="UnreportedException">It could not be learnt.</exception>
    public async Task<PhoneAllowance> Phone(CancellationToken cancellation)
    {
        using var attributes = await Ask("DescribeAccountAttributes", cancellation);
        using var limits = await Ask("DescribeSpendLimits", cancellation);
        var tier = attributes.RootElement.Items("AccountAttributes").Where(attribute => attribute.Text("Name") == "ACCOUNT_TIER").Select(attribute => attribute.Text("Value")).FirstOrDefault();
        return new PhoneAllowance(tier == "SANDBOX", Limit(limits.RootElement, "TEXT_MESSAGE_MONTHLY_SPEND_LIMIT"), Limit(limits.RootElement, "VOICE_MESSAGE_MONTHLY_SPEND_LIMIT"));
    }

    /// <exception cref="UnreportedException">It could not be learnt.</exception>
    public async Task<MailAllowance> Mail(CancellationToken cancellation)
    {
        using var answer = await account.Json(AwsService.Mail, "GetAccount", AwsCall.Get("/v2/email/account"), cancellation);
        return new MailAllowance(!answer.RootElement.IsTrue("ProductionAccessEnabled"), answer.RootElement.IsTrue("SendingEnabled"));
    }

    private Task<JsonDocument> Ask(string action, CancellationToken cancellation) =>
        account.Json(AwsService.Phone, action, AwsCall.Json10($"PinpointSMSVoiceV2.{action}", _ => { }), cancellation);

    private static long? Limit(JsonElement limits, string name) =>
        limits.Items("SpendLimits").Where(limit => limit.Text("Name") == name).Select(limit => limit.Part("EnforcedLimit"))
            .Where(limit => limit.ValueKind == JsonValueKind.Number).Select(limit => limit.TryGetInt64(out var dollars) ? dollars : (long?)null).FirstOrDefault();
}
