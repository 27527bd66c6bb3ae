using System.Xml.Linq;
using Incidents.Application.Notifications;
using Incidents.Application.Paging.Channels;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;

namespace Incidents.Web.Preview;

/// <summary>E-mail, texts and calls where there is no AWS to send them: they are rendered as they would be and go to the outbox.</summary>
/// <param name="kind">Which of the three it stands in for.</param>
public sealed class OutboxChannel(string kind, Outbox outbox, TimeProvider clock) : PersonalChannel
{
    /// <inheritdoc />
    public override string Kind => kind;

    /// <inheritdoc />
    public override Task<DeliveryResult> Send(PageMessage message, CancellationToken cancellation)
    {
        var person = message.To[0];
        if ((kind == ChannelKind.Email ? person.Email : person.Phone) is not { } address)
        {
            return Task.FromResult<DeliveryResult>(new DeliveryResult.Rejected(kind == ChannelKind.Email ? "no_email_address" : "no_phone_number"));
        }

        var (subject, text) = Render(message);
        outbox.Add(new OutboxMessage(kind, person.Name, address, clock.Now(), subject, text, message.Link));
        return Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered());
    }

    private (string? Subject, string Text) Render(PageMessage message)
    {
        if (kind == ChannelKind.Email)
        {
            var mail = EmailText.Of(message);
            return (mail.Subject, mail.Text);
        }

        return (null, kind == ChannelKind.Voice ? XElement.Parse(VoiceText.Of(message)).Value : SmsText.Of(message));
    }
}
