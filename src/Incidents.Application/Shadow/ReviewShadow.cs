using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Application.Shadow;

/// <summary>Counts in the stories of incidents who would have been paged.</summary>
public sealed class ReviewShadow(IIncidentStore store)
{
    /// <summary>Reads the services' incidents that opened, or were still open, in the window.</summary>
    /// <exception cref="StoreUnavailableException">The store gives no answer.</exception>
    internal async Task<ShadowCount> Look(IReadOnlyList<Service> services, Instant since, Instant until, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var ids = services.Select(service => service.Id).ToHashSet();
        var (opened, pages) = (0, new List<PageRequested>());
        HistoryCursor? after = null;
        do
        {
            var page = await store.History(after, since - LongestStory, PageSize, cancellation);
            foreach (var incident in page.Incidents.Where(one => ids.Contains(one.Service) && one.TriggeredAt < until && !(one.ResolvedAt < since)))
            {
                opened += incident.TriggeredAt >= since ? 1 : 0;
                var story = await store.Timeline(incident.Number, cancellation);
                pages.AddRange(story.Select(entry => entry.Event).OfType<PageRequested>().Where(one => one.Channel == Page.Shadow && one.At >= since && one.At < until));
            }

            after = page.Incidents.Count > 0 && page.Incidents[^1].TriggeredAt > since - LongestStory ? page.Next : null;
        }
        while (after is not null);

        return new ShadowCount(opened, [.. pages.GroupBy(page => page.Person).Select(theirs => Count(theirs.Key, [.. theirs], settings)).OrderByDescending(person => person.Times).ThenBy(person => person.Name, StringComparer.Ordinal)]);
    }

    private static ShadowPerson Count(PersonId id, IReadOnlyList<PageRequested> pages, OnCallConfiguration settings)
    {
        var zone = settings.FindPerson(id)?.TimeZone ?? DateTimeZone.Utc;
        return new ShadowPerson(settings.NameOf(id), pages.Count, pages.Count(page => !OfficeHours.Contain(page.At, zone)));
    }

    /// <summary>Who is still being paged after a week is known.</summary>
    private static readonly Duration LongestStory = Duration.FromDays(7);

    private const int PageSize = 100;
}

/// <summary>What services in shadow mode came to.</summary>
/// <param name="Opened">Incidents that opened.</param>
/// <param name="People">Who would have been paged, the most often first.</param>
internal sealed record ShadowCount(int Opened, IReadOnlyList<ShadowPerson> People);

/// <param name="Times">Once for each step that asked them, whatever number of channels each would have used.</param>
/// <param name="OutOfHours">How many of them outside office hours where they are.</param>
internal sealed record ShadowPerson(string Name, int Times, int OutOfHours);
