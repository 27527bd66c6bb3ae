using Incidents.Application.Configuration;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.OnCall.Absences;

namespace Incidents.Application.Absences;

/// <summary>Who is away when: by the configuration, and by what people have entered.</summary>
public sealed class AbsentPeople(ITimeOffStore store, IOnCallConfigurationProvider configuration)
{
    /// <summary>All of it, in no order.</summary>
    /// <exception cref="Store.StoreUnavailableException">The time off cannot be read.</exception>
    public async Task<IReadOnlyList<Absence>> Load(CancellationToken cancellation) =>
        Of(await configuration.Current(cancellation), await store.Load(cancellation));

    /// <summary>What the configuration says, and what people have entered.</summary>
    public static IReadOnlyList<Absence> Of(OnCallConfiguration settings, TimeOffBook book) =>
        [.. settings.PlannedAbsences(), .. book.Entries.Where(one => one.From < one.End).Select(one => new Absence(one.Person, one.From, one.End))];
}
