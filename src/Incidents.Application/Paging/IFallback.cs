using Incidents.Domain.Incidents;

namespace Incidents.Application.Paging;

/// <summary>The way out when the store or every channel of a person fails: a topic with e-mail and SMS subscribers that no code of ours stands behind.</summary>
public interface IFallback
{
    /// <summary>Whether people hear of what it takes. What is only shown somewhere settles no page.</summary>
    bool ReachesPeople => true;

    /// <summary>Publishes one plain message. Nothing is thrown for what the topic says or does not say.</summary>
    Task<DeliveryResult> Publish(FallbackMessage message, CancellationToken cancellation);
}

/// <summary>A degraded page.</summary>
/// <param name="Subject">One line of ASCII, at most 100 characters: the subject of the e-mail.</param>
/// <param name="Text">Alarm, service, who should look, and why this way was taken. Plain text.</param>
public sealed record FallbackMessage(string Subject, string Text);
