using Incidents.Application.Postmortems;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Tests.Postmortems;

internal static class PostmortemSamples
{
    public static Instant At(int hour, int minute, int second, int day = 14) => Instant.FromUtc(2026, 9, day, hour, minute, second);

    public static PostmortemInput Checkout() => new()
    {
        Number = new IncidentNumber(142),
        Title = "checkout-alb-5xx",
        Service = "Checkout",
        Severity = Severity.Sev1,
        DetectedBy = IncidentSource.Alarm,
        TriggeredAt = At(11, 18, 46),
        AcknowledgedAt = At(11, 21, 58),
        RecoveredAt = At(11, 45, 0),
        ResolvedAt = At(11, 50, 0),
        Alarms = [new PostmortemAlarm("checkout-alb-5xx", "Threshold Crossed: 12.0 > 5.0", At(11, 18, 44))],
        Timeline =
        [
            new PostmortemEntry(At(11, 18, 46), "alarm checkout-alb-5xx fired, Sev1"),
            new PostmortemEntry(At(11, 21, 58), "acknowledged in Slack", PostmortemRole.OnCallResponder),
        ],
        Runbooks = [new PostmortemRunbook("alb-5xx", "Load balancer answers with 5xx")],
        Pages = [new PostmortemPage(PostmortemRole.OnCallResponder, "slack", At(11, 18, 47))],
    };
}
