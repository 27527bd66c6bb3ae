using Incidents.Application.Configuration;
using Incidents.Domain;
using Incidents.Domain.OnCall.Absences;
using NodaTime;

namespace Incidents.Application.Schedules.TimeOff;

/// <summary>Who is away when: by the configuration, and by what people have entered.</summary>
public sealed class AbsentPeople(ITimeOffStore store, IConfigurationSource configuration)
{
    /// <summary>All of it, in no order.</summary>
    /// <exception cref="Store.StoreUnavailableException">Nobody knows.</exception>
    public async Task<IReadOnlyList<Absence>> Load(CancellationToken cancellation)
    {
        var entered = (await store.Load(cancellation)).Entries.Where(one => one.From < one.End).Select(one => new Absence(new PersonId(one.Person), one.From, one.End));
        return [.. Written(await configuration.Current(cancellation)), .. entered];
    }

    /// <summary>What the configuration says alone.</summary>
    public static IReadOnlyList<Absence> Written(OnCallConfiguration settings) =>
    [
        .. settings.People.Values.SelectMany(person => person.TimeOff
            .Select(off => off.In(person.TimeZone ?? DateTimeZone.Utc))
            .Select(span => new Absence(person.Id, span.From, span.To))),
    ];
}
