using Incidents.Application.Notifications;
using Incidents.Application.Slack;
using Incidents.Application.Slack.BlockKit;
using Incidents.Application.Slack.Cards;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;

namespace Incidents.Scenarios.Tests;

/// <summary>Takes everything, or answers as told, and remembers what it heard.</summary>
internal sealed class ListeningChannel(ISlackWebhook? notices = null, string kind = ChannelKind.Slack) : INotificationChannel
{
    private readonly List<string> heard = [];

    /// <summary>One line a message: `page INC-1 Ana`, `tell INC-1 Resolved`.</summary>
    public IReadOnlyList<string> Heard
    {
        get
        {
            lock (heard)
            {
                return [.. heard];
            }
        }
    }

    public int Pages => Heard.Count(line => line.StartsWith("page", StringComparison.Ordinal));

    public Func<DeliveryResult> Answer { get; set; } = () => new DeliveryResult.Delivered();

    /// <summary>Hears whom news mentions.</summary>
    public Action<PagedPerson> Mentioned { get; set; } = _ => { };

    /// <summary>A page is not taken before this.</summary>
    public Task BeforePage { get; set; } = Task.CompletedTask;

    public string Kind => kind;

    public async Task<DeliveryResult> Send(Notification content, MessageRef? replaces, CancellationToken cancellation)
    {
        switch (content)
        {
            case Notification.TestPage test:
                return await Hear($"test {Names(test.Briefing)} {test.Link}");
            case Notification.Page { Also.Count: > 0 } page:
                return await Hear($"summary {Numbers([page.Briefing, .. page.Also])} {Names([page.Briefing, .. page.Also])}");
            case Notification.Page page:
                await BeforePage;
                return await Hear($"page {page.Briefing.Incident.Number} {Names(page.Briefing)}{(page.MayBeRepeat ? " (possible repeat)" : "")}");
            case Notification.Update { Incidents: [var only] }:
                Mention(FollowUp.Mentioned(only.Briefing, only.Kind) is { } person ? [person] : []);
                return await Hear($"tell {only.Briefing.Incident.Number} {only.Kind}");
            case Notification.Update several:
                return await Hear($"tell {string.Join('+', several.Incidents.Select(n => $"{n.Briefing.Incident.Number} {n.Kind}"))}");
            case Notification.State state:
                return await Hear($"replace {state.Incident.Incident.Number} {state.Incident.Incident.Status}");
            case Notification.StateOfSeveral state:
                return await Hear($"replace {Numbers(state.Incidents)}");
            case Notification.Notice notice when notices is not null:
                return await notices.Post(notice.To.Name, SlackMessage.Of(notice.Lines).ToJson(), cancellation);
            default:
                throw new NotSupportedException($"{content.GetType().Name} is not listened to");
        }
    }

    private static string Numbers(IReadOnlyList<NotificationContent> briefings) => string.Join('+', briefings.Select(b => b.Incident.Number));

    private static string Names(params IReadOnlyList<NotificationContent> briefings) => string.Join('+', briefings.SelectMany(b => b.Paged).Select(p => p.Name).Distinct());

    private void Mention(IEnumerable<PagedPerson> people)
    {
        foreach (var person in people.Where(p => p.SlackId is not null))
        {
            Mentioned(person);
        }
    }

    private Task<DeliveryResult> Hear(string line)
    {
        lock (heard)
        {
            heard.Add(line);
        }

        return Task.FromResult(Answer());
    }
}
