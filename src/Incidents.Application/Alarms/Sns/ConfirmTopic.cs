namespace Incidents.Application.Alarms.Sns;

/// <summary>Confirms a subscription through the API of SNS.</summary>
/// <returns>False when it could not be confirmed now, so that SNS is let ask again.</returns>
public delegate Task<bool> ConfirmTopic(ConfirmSubscription request, CancellationToken cancellation);
