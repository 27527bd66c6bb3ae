using NodaTime;

namespace Incidents.Application.Alarms.CloudWatch;

/// <summary>
/// Decides which time of change to believe. Changes are ordered by it, so one that lies ahead would make every later change
/// look stale: nothing happens after the message about it was sent, and such a time is replaced by the time of sending.
/// A time long past is believed: an alarm muted for weeks says so truthfully, and being old it cannot hide anything newer.
/// </summary>
internal static class ChangeTime
{
    private static readonly Duration ClockSkew = Duration.FromMinutes(5);
    private static readonly Duration WorthRemarking = Duration.FromDays(1);

    public static (Instant At, bool IsAssumed) Settle(Instant? stated, Instant sentAt, List<string> remarks)
    {
        if (stated is not { } at)
        {
            remarks.Add("The message gives no usable time of change; the time it was sent is used.");
            return (sentAt, true);
        }

        if (at > sentAt + ClockSkew)
        {
            remarks.Add("The message gives a time of change after its own sending; the time it was sent is used.");
            return (sentAt, true);
        }

        if (at < sentAt - WorthRemarking)
        {
            remarks.Add($"The alarm changed {(int)(sentAt - at).TotalDays} days before the message was sent.");
        }

        return (at, false);
    }
}
