using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Slack.Cards;
using Incidents.Domain.Incidents;

namespace Incidents.Scenarios.Tests;

/// <summary>Takes everything, or answers as told, and remembers what it heard.</summary>
internal sealed class ListeningChannel : ITeamChannel
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

    public async Task<DeliveryResult> TellTogether(IReadOnlyList<ChannelNews> news, CancellationToken cancellation) =>
        await Hear($"tell {string.Join('+', news.Select(n => $"{n.Briefing.Incident.Number} {n.Kind}"))}");

    public async Task<DeliveryResult> ReplaceSummary(IReadOnlyList<NotificationContent> briefings, Uri responseUrl, CancellationToken cancellation) =>
        await Hear($"replace {string.Join('+', briefings.Select(b => b.Incident.Number))}");

    public async Task<DeliveryResult> Page(NotificationContent briefing, bool mayBeRepeat, CancellationToken cancellation)
    {
        await BeforePage;
        return await Hear($"page {briefing.Incident.Number} {string.Join('+', briefing.Paged.Select(p => p.Name))}{(mayBeRepeat ? " (possible repeat)" : "")}");
    }

    public Task<DeliveryResult> Summarise(IReadOnlyList<NotificationContent> briefings, CancellationToken cancellation) =>
        Hear($"summary {string.Join('+', briefings.Select(b => b.Incident.Number))} {string.Join('+', briefings.SelectMany(b => b.Paged).Select(p => p.Name).Distinct())}");

    public Task<DeliveryResult> Test(NotificationContent briefing, Uri? link, CancellationToken cancellation) =>
        Hear($"test {string.Join('+', briefing.Paged.Select(p => p.Name))} {link}");

    public Task<DeliveryResult> Tell(NotificationContent briefing, UpdateKind news, CancellationToken cancellation)
    {
        Mention(FollowUp.Mentioned(briefing, news) is { } person ? [person] : []);
        return Hear($"tell {briefing.Incident.Number} {news}");
    }

    public Task<DeliveryResult> Replace(NotificationContent briefing, Uri responseUrl, CancellationToken cancellation) =>
        Hear($"replace {briefing.Incident.Number} {briefing.Incident.Status}");

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
