using NodaTime;

namespace Incidents.Web.Preview;

/// <summary>What the outbox page shows.</summary>
public sealed record OutboxModel(IReadOnlyList<OutboxMessage> Messages, Instant Now);
