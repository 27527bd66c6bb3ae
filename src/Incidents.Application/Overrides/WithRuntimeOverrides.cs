using Incidents.Application.Absences;
using Incidents.Application.Configuration;
using Incidents.Configuration.Loading;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.OnCall;

namespace Incidents.Application.Overrides;

/// <summary>
/// The configuration as written, and on top of it the overrides people have made and the time off they have entered: every lookup of who is on
/// call gets all of it. Overrides count after those of the configuration, in the order they were made.
/// </summary>
public sealed class WithRuntimeOverrides(IOnCallConfigurationProvider written, RuntimeOverrides overrides) : IOnCallConfigurationProvider
{
    private Merged? last;

    /// <inheritdoc />
    public ConfigurationResult.Invalid? Problem => written.Problem;

    /// <inheritdoc />
    public async ValueTask<OnCallConfiguration> Current(CancellationToken cancellation)
    {
        // Both may be reads of the store: they run side by side.
        var reading = overrides.Both(cancellation);
        var settings = await written.Current(cancellation);
        var book = await reading;
        if (book.Overrides.Overrides.Count == 0 && book.TimeOff.Entries.Count == 0)
        {
            return settings;
        }

        var merged = Volatile.Read(ref last);
        if (merged is null || !ReferenceEquals(merged.Written, settings) || merged.Overrides != book.Overrides.Revision || merged.TimeOff != book.TimeOff.Revision)
        {
            var both = Merge(settings, book.Overrides.Overrides) with { Absences = AbsentPeople.Of(settings, book.TimeOff) };
            merged = new Merged(settings, book.Overrides.Revision, book.TimeOff.Revision, both);
            Volatile.Write(ref last, merged);
        }

        return merged.Both;
    }

    /// <summary>The configuration as it is with these overrides.</summary>
    public static OnCallConfiguration Merge(OnCallConfiguration settings, IReadOnlyList<MadeOverride> made)
    {
        var bySchedule = made.ToLookup(one => one.Schedule);
        var schedules = new OrderedDictionary<ScheduleId, OnCallSchedule>();
        foreach (var (id, schedule) in settings.Schedules)
        {
            var acting = bySchedule[id].Select(one => one.Acting(person => settings.People.ContainsKey(person))).OfType<Override>().ToArray();
            schedules.Add(id, acting.Length == 0 ? schedule : schedule.With(acting));
        }

        return settings with { Schedules = schedules };
    }

    private sealed record Merged(OnCallConfiguration Written, long Overrides, long TimeOff, OnCallConfiguration Both);
}
