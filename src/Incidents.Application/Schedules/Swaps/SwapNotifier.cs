using Incidents.Application.Configuration;
using Incidents.Application.Notices;
using Incidents.Application.Notifications;
using Incidents.Application.SlackMarkup;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Configuration;
using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Swaps;
using NodaTime;

namespace Incidents.Application.Schedules.Swaps;

/// <summary>Posts to the team the swaps that are asked for, still open, taken, or past their beginning: each once, also after an outage.</summary>
/// <remarks>Run with every tick, for one read of one item. The notice is recorded before it is posted, so two processes at once post it once.</remarks>
public sealed class SwapNotifier(ISwapStore store, IOnCallConfigurationProvider configuration, TeamNotice notice, TimeProvider clock)
{
    /// <returns>What could not be done, in sentences; the next tick tries again. Never throws for reasons of the store.</returns>
    public async Task<IReadOnlyList<string>> Run(CancellationToken cancellation)
    {
        try
        {
            var now = clock.Now();
            var book = await store.Load(cancellation);
            var untold = book.Swaps.Select(request => (Request: request, News: SwapNews.Untold(request, now))).Where(one => one.News is not null).ToList();
            if (untold.Count == 0)
            {
                return [];
            }

            var told = untold.ToDictionary(one => one.Request.Id, one => one.News);
            var marked = book.Swaps.Select(one => told.TryGetValue(one.Id, out var news) ? one with { Told = news } : one);
            if (await store.Save(book, [.. marked], cancellation) == SaveResult.Saved)
            {
                var settings = await configuration.Current(cancellation);
                foreach (var (request, news) in untold)
                {
                    await notice.Tell([Said(request, news!, settings)], ScheduleChannel.Of(request.Schedule, settings), cancellation);
                }
            }

            return [];
        }
        catch (Exception failure) when (failure is StoreUnavailableException or InvalidConfigurationException)
        {
            return [$"swaps: {failure.Message}"];
        }
    }

    private static Mrkdwn Said(SwapRequest request, SwapNews news, OnCallConfiguration settings)
    {
        var schedule = settings.Schedules.GetValueOrDefault(request.Schedule)?.Definition;
        var times = new CardTimes(settings.ZoneOfSchedule(request.Schedule));
        var span = Mrkdwn.Of($"{schedule?.Name ?? request.Schedule.Value} from {times.Date(request.From)} to {times.Date(request.To)}");
        var requester = settings.NameOf(request.Requester);
        return news.State switch
        {
            SwapState.Taken when request.Taker is { } taker => Mrkdwn.Of($"{settings.NameOf(taker)} takes over from {requester}: {span}."),
            SwapState.Cancelled => Mrkdwn.Of($"{requester} does not need cover any more: {span}."),
            SwapState.Expired => Mrkdwn.Of($"Nobody took over, so {requester} stays on call: {span}."),
            _ => Mrkdwn.Of($"{requester} {(news.Of == request.MadeAt ? "asks for" : "still needs")} cover: {span}.{(request.Reason is { } why ? Mrkdwn.Of($" {why}") : Mrkdwn.Empty)} Take it with ./incidents swap take {request.Id}"),
        };
    }
}
