using Incidents.Application.Configuration;
using Incidents.Application.Notifications;
using Incidents.Configuration.Loading;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Adapters.Tests.Channels;

/// <summary>A page whose addresses are canaries: none of them may turn up in an answer.</summary>
internal static class Pages
{
    public const string Canary = "canary5f1d";

    public static readonly Instant Now = Instant.FromUtc(2026, 9, 14, 11, 18, 52);

    public static readonly ChannelSettings Channels = new()
    {
        EmailFrom = "incidents@example.com",
        SmsOrigination = "+12025550100",
        VoiceOrigination = "+12025550101",
        VoiceId = "JOANNA",
        PushoverTokenSecret = "pushover-token",
    };

    public static PageMessage To(PushService service = PushService.Ntfy) => new Notification.Page
    {
        Briefing = new NotificationContent
        {
            Incident = new Incident
            {
                Number = new IncidentNumber(142),
                Severity = Severity.Sev1,
                Urgency = Urgency.High,
                Service = new ServiceId("checkout"),
                Title = "checkout-5xx",
                Source = IncidentSource.Declared,
                TriggeredAt = Now,
            },
            ServiceName = "Checkout",
            Team = new TeamChannel(ChannelKind.Slack, "payments"),
        },
        To =
        [
            new Person
            {
                Id = new PersonId("ana"),
                Name = "Ana Ruiz",
                Email = $"{Canary}@example.com",
                Phone = "+447700900987",
                Push = new PushAddress(service, "ana-push"),
                Webhook = "ana-hook",
            },
        ],
        Link = new Uri($"https://incidents.example.com/a/{Canary}"),
        Key = "INC-142.7",
    };

    /// <summary>A configuration of nothing but channels.</summary>
    internal sealed class Configured(ChannelSettings channels) : IOnCallConfigurationProvider
    {
        public ConfigurationResult.Invalid? Problem => null;

        public ValueTask<OnCallConfiguration> Current(CancellationToken cancellation) => ValueTask.FromResult(new OnCallConfiguration
        {
            Version = "0123456789ab",
            CatchAll = new CatchAll(new Service { Id = CatchAll.Id, Name = "Catch-all" }, []),
            Channels = channels,
        });
    }
}
