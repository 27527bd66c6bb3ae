using Incidents.Application.Slack.Inbound;
using NodaTime;

namespace Incidents.Application.Tests.Slack.Inbound;

internal static class GateChecks
{
    /// <summary>With secrets that are given there is nothing to wait for.</summary>
    public static SlackVerdict Check(this SlackRequestVerifier gate, SlackRequest request, Instant now) =>
        gate.Check(request, now, CancellationToken.None).AsTask().GetAwaiter().GetResult();
}
