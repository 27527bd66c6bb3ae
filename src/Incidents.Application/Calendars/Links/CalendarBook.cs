using System.Collections.Immutable;
using Incidents.Application.Calendars.Revisions;

namespace Incidents.Application.Calendars.Links;

/// <summary>What is kept about calendars. Small and seldom asked for, so it is read and written as a whole.</summary>
/// <param name="Links">Those that open something, in the order they were made.</param>
/// <param name="Schedules">The versions of schedules that calendars have shown last.</param>
/// <param name="Revision">Of the book; changes with every write, 0 when there was none.</param>
public sealed record CalendarBook(ImmutableArray<CalendarLink> Links, ImmutableArray<ScheduleRevision> Schedules, long Revision)
{
    public static CalendarBook Empty { get; } = new([], [], 0);

    /// <summary>The link of this owner; null when there is none.</summary>
    public CalendarLink? Of(CalendarOwner owner) => Links.FirstOrDefault(link => link.Owner == owner);

    /// <summary>The link that is kept under this hash; null when there is none.</summary>
    public CalendarLink? Find(string hash) => Links.FirstOrDefault(link => link.Hash == hash);

    public CalendarBook Without(CalendarOwner owner) => this with { Links = Links.RemoveAll(link => link.Owner == owner) };

    /// <summary>With this link, and without the one its owner had.</summary>
    public CalendarBook With(CalendarLink link)
    {
        var others = Without(link.Owner);
        return others with { Links = others.Links.Add(link) };
    }
}
