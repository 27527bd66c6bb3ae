namespace Incidents.Application.Alarms.Sns;

/// <summary>What the API call ConfirmSubscription takes. The link in the message does the same and is never fetched.</summary>
/// <param name="TopicArn">An allowed topic.</param>
/// <param name="Token">A secret that confirms the subscription; left out of <see cref="ToString"/>.</param>
public sealed record ConfirmSubscription(string TopicArn, string Token)
{
    /// <inheritdoc />
    public override string ToString() => $"{nameof(ConfirmSubscription)} {TopicArn}";
}
