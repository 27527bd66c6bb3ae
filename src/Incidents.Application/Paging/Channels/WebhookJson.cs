using System.Text.Json;
using Incidents.Application.Markdown;
using Incidents.Application.Notifications;
using Incidents.Domain.Incidents;
using NodaTime.Text;

namespace Incidents.Application.Paging.Channels;

/// <summary>The body of a page to a person's own webhook. Fields may be added; none changes its meaning.</summary>
public static class WebhookJson
{
    /// <summary>Renders a page as UTF-8.</summary>
    public static byte[] Of(PageMessage message)
    {
        var briefing = message.Briefing;
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("type", message is Notification.TestPage ? "test" : briefing.Degraded is null ? "page" : "degraded");
            json.WriteString("key", message.Key);
            json.WriteNumber("attempt", message.Attempt);
            json.WriteBoolean("mayBeRepeat", message.MayBeRepeat);
            json.WriteStartObject("person");
            json.WriteString("id", message.To.Count > 0 ? message.To[0].Id.Value : null);
            json.WriteString("name", message.To.Count > 0 ? message.To[0].Name : null);
            json.WriteEndObject();
            if (message is Notification.TestPage)
            {
                json.WriteString("text", "TEST, nobody needs to act");
                json.WriteString("confirmUrl", message.Link?.AbsoluteUri);
                json.WriteEndObject();
                json.Flush();
                return bytes.ToArray();
            }

            json.WritePropertyName("incident");
            WriteIncident(json, briefing);
            WriteAlarm(json, briefing);
            json.WriteString("runbook", briefing.Runbooks is [var best, ..] ? best.Id : null);
            if (briefing.Degraded is { } degraded)
            {
                json.WriteString("text", degraded);
            }

            json.WriteString("acknowledgeUrl", message.Link?.AbsoluteUri);
            if (message.Also.Count > 0)
            {
                json.WriteStartArray("also");
                foreach (var other in message.Also)
                {
                    WriteIncident(json, other);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void WriteIncident(Utf8JsonWriter json, Incidents.Application.Notifications.NotificationContent briefing)
    {
        var incident = briefing.Incident;
        json.WriteStartObject();
        json.WriteString("number", briefing.Degraded is null ? incident.Number.ToString() : null);
        json.WriteString("title", VisibleText.Of(incident.Title));
        json.WriteString("status", incident.Status.ToString());
        json.WriteString("severity", incident.Severity.ToString());
        json.WriteString("urgency", incident.Urgency.ToString());
        json.WriteString("service", incident.Service.Value);
        json.WriteString("serviceName", VisibleText.Of(briefing.ServiceAndAccount));
        json.WriteString("triggeredAt", InstantPattern.ExtendedIso.Format(incident.TriggeredAt));
        json.WriteEndObject();
    }

    private static void WriteAlarm(Utf8JsonWriter json, Incidents.Application.Notifications.NotificationContent briefing)
    {
        if (briefing.Cause is not { } alarm)
        {
            json.WriteNull("alarm");
            return;
        }

        json.WriteStartObject("alarm");
        json.WriteString("name", VisibleText.Of(alarm.Name));
        json.WriteString("metric", alarm.Metric is null ? null : VisibleText.Of(alarm.Metric));
        json.WriteString("region", alarm.Origin?.Region ?? "");
        json.WriteString("account", alarm.Origin?.Account ?? "");
        json.WriteString("accountName", briefing.Account);
        json.WriteString("why", VisibleText.Of(alarm.Why));
        json.WriteString("consoleUrl", alarm.Console?.AbsoluteUri);
        json.WriteString("runbookUrl", alarm.RunbookPage?.AbsoluteUri);
        json.WriteEndObject();
    }
}
