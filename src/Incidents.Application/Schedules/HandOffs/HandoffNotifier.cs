using Incidents.Application.Configuration;
using Incidents.Application.Notices;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Schedules.HandOffs;

/// <summary>Posts each hand-off of a schedule to its Slack channel, with both people and the open incidents: once, and after an outage only the newest state.</summary>
/// <remarks>
/// Run with every tick. Overrides and swaps are hand-offs too, when they begin and when they end. Schedules that page no person post nothing,
/// and a schedule that is new is no news. The hand-off is recorded before it is posted, so two processes at once post it once.
/// </remarks>
public sealed class HandoffNotifier(NotificationLog told, IIncidentStore incidents, IOnCallConfigurationProvider configuration, TeamNotice notice, TimeProvider clock)
{
    private const string Subject = "hand-off ";

    /// <returns>What could not be done, in sentences; the next tick tries again. Never throws for reasons of the store.</returns>
    public async Task<IReadOnlyList<string>> Run(CancellationToken cancellation)
    {
        try
        {
            var settings = await configuration.Current(cancellation);
            var duties = settings.OnCallNow(clock.Now()).Where(duty => IsTold(duty, settings)).ToDictionary(duty => Subject + duty.Schedule.Id);
            var news = await told.News(duties.ToDictionary(duty => duty.Key, duty => string.Join(',', duty.Value.People.Select(person => person.Id.Value))), cancellation);
            if (news.Count == 0)
            {
                return [];
            }

            var open = await incidents.OpenIncidents(cancellation);
            foreach (var (subject, before) in news)
            {
                var schedule = duties[subject].Schedule.Id;
                var words = HandOffWords.Of(duties[subject], [.. before.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => new PersonId(id))], [.. open.Where(incident => Concerns(incident, schedule, settings))], settings);
                await notice.Tell(words, ScheduleChannel.Of(schedule, settings), cancellation);
            }

            return [];
        }
        catch (Exception failure) when (failure is StoreUnavailableException or InvalidConfigurationException)
        {
            return [$"hand-offs: {failure.Message}"];
        }
    }

    private static bool IsTold(OnDuty duty, OnCallConfiguration settings) =>
        settings.Schedules[duty.Schedule.Id].TellsHandOffs && ScheduleChannel.IsAsked(duty.Schedule.Id, settings);

    private static bool Concerns(Incident incident, ScheduleId schedule, OnCallConfiguration settings) =>
        ScheduleChannel.Asks(settings, settings.ServiceOf(incident), schedule);
}
