using Incidents.Application.Actions;
using Incidents.Application.Configuration;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Application.TextReplies;

/// <summary>A person replies to a text that paged them: `1` acknowledges what the newest text before it was about, `all` everything they were paged for that waits.</summary>
/// <remarks>
/// The caller has checked the topic. The sender is believed by the number: it can be forged, and an acknowledgement that was forged is asked about and paged again like any
/// other. Which incident is meant depends on what was sent before the reply was, so that a reply that is delivered twice acts on the same one.
/// </remarks>
public sealed class AnswerTextReply(IIncidentStore store, AcknowledgeIncident acknowledge, IOnCallConfigurationProvider configuration, ITextSender sender)
{
    private const int MostIncidents = 200;
    private const int MostOver = 50;
    private static readonly Duration RepliedWithin = Duration.FromDays(1);
    private static readonly Duration OneMessage = Duration.FromSeconds(5);

    /// <param name="message">As the topic has it.</param>
    /// <param name="sentAt">When the reply reached AWS.</param>
    public async Task<TextReplyResult> Handle(string message, Instant sentAt, CancellationToken cancellation)
    {
        if (TextReply.Read(message) is not { } reply)
        {
            return new TextReplyResult.Refused(TextReplyRefusal.Unreadable);
        }

        var settings = await configuration.Current(cancellation);
        if (!settings.Channels.SmsTwoWay)
        {
            return new TextReplyResult.Refused(TextReplyRefusal.NotTwoWay);
        }

        if (reply.To != settings.Channels.SmsOrigination)
        {
            return new TextReplyResult.Refused(TextReplyRefusal.OtherDestination);
        }

        Person[] senders = [.. settings.People.Values.Where(person => person.IsActive && person.Phone == reply.From)];
        return senders switch
        {
            [] => new TextReplyResult.Refused(TextReplyRefusal.UnknownSender),
            [var person] => await Act(reply, person, sentAt, cancellation),
            _ => new TextReplyResult.Refused(TextReplyRefusal.SharedNumber),
        };
    }

    private async Task<TextReplyResult> Act(TextReply reply, Person person, Instant sentAt, CancellationToken cancellation)
    {
        var word = reply.Body.Trim().TrimEnd('.', '!').ToUpperInvariant();
        if (word is not ("1" or "ALL"))
        {
            await sender.Send(reply.From, "Reply 1 to acknowledge what the last text was about, or ALL for everything you were paged for.", cancellation);
            return new TextReplyResult.NotUnderstood();
        }

        try
        {
            var paged = await Paged(person.Id, sentAt, cancellation);
            Incident[] meant = word == "ALL" ? [.. paged.Where(one => one.Incident.Status == IncidentStatus.Triggered).Select(one => one.Incident)] : Last(paged) is { } last ? [last] : [];
            var done = new List<IncidentNumber>();
            var by = new Actor(person.Id.Value, person.Name, Via.Text);
            foreach (var incident in meant.Where(incident => incident.IsOpen))
            {
                if (await acknowledge.Handle(incident.Number, by, cancellation) is ChangeResult.Changed)
                {
                    done.Add(incident.Number);
                }
            }

            await sender.Send(reply.From, Said(meant, done, paged), cancellation);
            return new TextReplyResult.Acknowledged(done);
        }
        catch (StoreUnavailableException)
        {
            await sender.Send(reply.From, "Not acknowledged: the store does not answer. Try again, or open the link of the text.", cancellation);
            throw;
        }
    }

    /// <summary>Incidents for which the person was paged before the reply, with the newest text to them: the open ones, and those of the last day that are over, because the text may be about one.</summary>
    private async Task<IReadOnlyList<(Incident Incident, Instant? Text)>> Paged(PersonId person, Instant sentAt, CancellationToken cancellation)
    {
        var open = (await store.OpenIncidents(cancellation)).Take(MostIncidents).ToList();
        var over = (await store.History(after: null, sentAt - RepliedWithin, MostOver, cancellation)).Incidents.Where(incident => !incident.IsOpen && incident.TriggeredAt >= sentAt - RepliedWithin);
        var stories = await Task.WhenAll(open.Concat(over).Select(async incident => (Incident: incident, Sent: (await store.Timeline(incident.Number, cancellation))
            .Select(entry => entry.Event).OfType<PageSent>().Where(page => page.Person == person && page.At <= sentAt + OneMessage).ToList())));
        return [.. stories.Where(story => story.Sent.Count > 0).Select(story => (story.Incident, story.Sent.Where(page => page.Channel == ChannelKind.Sms).Select(page => (Instant?)page.At).Max()))];
    }

    /// <summary>Returns the worst of the incidents in the newest text, which names it first.</summary>
    private static Incident? Last(IReadOnlyList<(Incident Incident, Instant? Text)> paged) =>
        paged.Max(one => one.Text) is not { } newest ? null
        : paged.Where(one => newest - one.Text <= OneMessage).Select(one => one.Incident).OrderBy(incident => incident.Severity).ThenBy(incident => incident.Number.Value).First();

    private static string Said(IReadOnlyList<Incident> meant, List<IncidentNumber> done, IReadOnlyList<(Incident Incident, Instant? Text)> paged)
    {
        var left = paged.Count(one => one.Incident.Status == IncidentStatus.Triggered && !done.Contains(one.Incident.Number));
        var what = done.Count > 0 ? $"Acknowledged: {string.Join(", ", done.Take(MostNamed))}{(done.Count > MostNamed ? $" and {done.Count - MostNamed} more" : "")}."
            : meant is [{ IsOpen: false } past] ? $"{past.Number} is resolved."
            : meant is [{ AcknowledgedBy: { } holder } only] ? $"{only.Number} is acknowledged by {holder.Name} already."
            : "Nothing you were paged for is open.";
        return left > 0 ? $"{what} {left} more wait: reply ALL." : what;
    }

    private const int MostNamed = 8;
}
