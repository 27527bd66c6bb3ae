using Incidents.Application.Heartbeats;
using NodaTime;

namespace Incidents.Web.Console;

/// <summary>What the page of heartbeats shows.</summary>
public sealed record HeartbeatModel(IReadOnlyList<HeartbeatView> Heartbeats, Instant Now);
