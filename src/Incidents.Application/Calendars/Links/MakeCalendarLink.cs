using Incidents.Application.Configuration;
using Incidents.Application.Links;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Calendars.Links;

/// <summary>Makes a secret address under which a calendar program reads shifts. It is returned this once: afterwards there is only its hash.</summary>
public sealed class MakeCalendarLink(ICalendarStore store, IOnCallConfigurationProvider configuration, FindPublicAddress findAddress, TimeProvider clock)
{
    /// <summary>What stands before the token in the path.</summary>
    public const string Path = "calendars";

    /// <summary>What stands after it, by which programs know what they get.</summary>
    public const string Suffix = ".ics";

    /// <returns>Null when there is no such schedule or person, or the person has left.</returns>
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<MadeCalendarLink?> Handle(CalendarOwner owner, Actor by, CancellationToken cancellation)
    {
        if (!Exists(owner, await configuration.Current(cancellation)))
        {
            return null;
        }

        var token = LinkToken.New();
        var link = new CalendarLink(owner, LinkToken.Hash(token)!, by, clock.Now());
        CalendarBook book;
        do
        {
            book = await store.Load(cancellation);
        }
        while (await store.Save(book.With(link), cancellation) != SaveResult.Saved);

        var path = $"{Path}/{token}{Suffix}";
        var address = await findAddress(cancellation);
        return new MadeCalendarLink(link, $"/{path}", address is null ? null : new Uri(new Uri(address.AbsoluteUri.TrimEnd('/') + "/"), path), book.Of(owner) is not null);
    }

    private static bool Exists(CalendarOwner owner, OnCallConfiguration settings) =>
        owner.Kind == CalendarKind.Schedule ? settings.Schedules.ContainsKey(new ScheduleId(owner.Id)) : settings.FindPerson(new PersonId(owner.Id)) is { IsActive: true };
}

/// <summary>An address just made. Path and address are secrets.</summary>
/// <param name="Path">From the root of wherever this installation answers.</param>
/// <param name="Address">All of it; null as long as this installation's public URL is not known.</param>
/// <param name="EndedAnother">Whether the owner had one, which opens nothing any more.</param>
public sealed record MadeCalendarLink(CalendarLink Link, string Path, Uri? Address, bool EndedAnother)
{
    /// <summary>Without the secrets, so that no log gets hold of them.</summary>
    public override string ToString() => $"calendar of {Link.Owner}";
}
