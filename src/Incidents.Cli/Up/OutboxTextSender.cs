using Incidents.Application.TextReplies;
using Incidents.Application.Time;
using Incidents.Domain.People;
using Incidents.Web.Preview;

namespace Incidents.Cli.Up;

/// <summary>Shows the answer to a text reply in the outbox, as texts are shown where no region of AWS is named.</summary>
internal sealed class OutboxTextSender(Outbox outbox, TimeProvider clock) : ITextSender
{
    /// <inheritdoc />
    public Task Send(string to, string text, CancellationToken cancellation)
    {
        outbox.Add(new OutboxMessage(ChannelKind.Sms, to, to, clock.Now(), Subject: null, text, Link: null));
        return Task.CompletedTask;
    }
}
