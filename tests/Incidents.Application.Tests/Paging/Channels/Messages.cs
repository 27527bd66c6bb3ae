using Incidents.Application.Notifications;
using Incidents.Application.Tests.Slack.Cards;
using Incidents.Domain;
using Incidents.Domain.People;

namespace Incidents.Application.Tests.Paging.Channels;

internal static class Messages
{
    /// <summary>Words as somebody who controls an alarm's name would choose them.</summary>
    public const string Hostile = "<img src=x> & \"quoted\" </speak>\r\nBcc: evil@example.com\u202E\u0000 {{x}} ^^ 支払い é";

    public static readonly Uri Link = new("https://incidents.example.com/a/1Zkq0_u8xw5mJb2c4c1f9A");

    public static PageMessage Page(string title = "checkout-5xx", Uri? link = null, bool mayBeRepeat = false, string service = "Checkout", Urgency urgency = Urgency.High) => new Notification.Page
    {
        Briefing = Briefings.Triggered().With(incident => incident with { Title = title, Urgency = urgency }) with { ServiceName = service },
        To = [new Person { Id = new PersonId("ana"), Name = "Ana Ruiz", Email = "ana@example.com", Phone = "+447700900101" }],
        Link = link,
        MayBeRepeat = mayBeRepeat,
        Key = "INC-142.7",
    };
}
