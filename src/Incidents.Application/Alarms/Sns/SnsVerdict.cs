namespace Incidents.Application.Alarms.Sns;

/// <summary>What the gate decided about one delivery.</summary>
public abstract record SnsVerdict
{
    private SnsVerdict()
    {
    }

    /// <summary>SNS published this for an allowed topic. Answer 200 once it is handled and <see cref="SnsMessageVerifier.Handled"/> is told, 503 if that fails.</summary>
    public sealed record Notification(AlarmMessage Message) : SnsVerdict;

    /// <summary>The same message was handled lately: answer 200 and do nothing.</summary>
    public sealed record Repeated(string MessageId) : SnsVerdict;

    /// <summary>An allowed topic asks whether the subscription is wanted: confirm it through the API of SNS.</summary>
    public sealed record Confirm(ConfirmSubscription Request) : SnsVerdict;

    /// <summary>An allowed topic stops delivering here: warn the operators, alarms no longer come this way.</summary>
    public sealed record Unsubscribed(string TopicArn) : SnsVerdict;

    /// <summary>Answer with <see cref="Status"/> and an empty body, count it, change nothing.</summary>
    /// <param name="Reason">Which rule it breaks.</param>
    /// <param name="Detail">In a sentence, for the log; holds nothing secret.</param>
    public sealed record Refused(SnsRefusal Reason, string Detail) : SnsVerdict
    {
        /// <summary>400, 401, 403, 413, 415 or 503.</summary>
        public int Status => Reason.Status();
    }
}
