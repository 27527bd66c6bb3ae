using System.Security.Cryptography;
using Incidents.Application.Absences;
using Incidents.Application.Configuration;
using Incidents.Application.Overrides;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Absences;
using NodaTime;

namespace Incidents.Application.Schedules.TimeOff;

/// <summary>Enters a person's time off. No shift changes; the result lists the times at which the person is on call all the same.</summary>
public sealed class MakeTimeOff(ITimeOffStore store, IOnCallConfigurationProvider configuration, RuntimeOverrides overrides, TimeProvider clock)
{
    /// <summary>How many entries of now and later there may be.</summary>
    public const int MostEntries = 500;

    private static readonly Duration Remembered = Duration.FromDays(90);

    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<TimeOffResult> Handle(TimeOffRequest request, Actor by, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        if (settings.FindPerson(request.Person) is not { } person)
        {
            return new TimeOffResult.Refused("person", $"There is no person {request.Person.Value.Quoted()}.{request.Person.Value.DidYouMean(settings.People.Keys.Select(id => id.Value))}");
        }

        var now = clock.Now();
        var (from, to) = request.Span.In(person.TimeZone);
        if (Window(from, to, now) is { } refused)
        {
            return refused;
        }

        var entry = new MadeTimeOff
        {
            Id = $"to-{RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 8)}",
            Person = request.Person,
            From = from,
            To = to,
            Source = request.Source,
            By = by,
            MadeAt = now,
        };
        while (true)
        {
            var book = await store.Load(cancellation);
            var earlier = book.Entries.FirstOrDefault(one => request.Source is not null && one.Source == request.Source && one.Person == request.Person && !one.IsOver(now));
            if (earlier is not null && earlier.From == from && earlier.To == to)
            {
                return new TimeOffResult.Made(earlier, IsNew: false, Conflicts(earlier, settings, book, now));
            }

            if (book.Entries.Count(one => !one.IsOver(now)) >= MostEntries)
            {
                return new TimeOffResult.Refused("person", $"There are {MostEntries} entries already. Cancel those nobody needs.");
            }

            var moved = book.Entries.Select(one => one == earlier ? one with { CancelledAt = now, CancelledBy = by } : one);
            if (await store.Save(book, [.. moved.Where(one => now - one.End < Remembered), entry], cancellation) == SaveResult.Saved)
            {
                overrides.Forget();
                return new TimeOffResult.Made(entry, IsNew: true, Conflicts(entry, settings, book, now));
            }
        }
    }

    /// <summary>Conflicts of this time off alone; other people who are away are not suggested as cover.</summary>
    private static IReadOnlyList<ScheduleConflict> Conflicts(MadeTimeOff entry, OnCallConfiguration settings, TimeOffBook book, Instant now)
    {
        var own = new Absence(entry.Person, entry.From, entry.To);
        var others = AbsentPeople.Of(settings, book).Where(away => away.Person != own.Person);
        return [.. ScheduleConflict.Find(settings, [own, .. others], Instant.Max(entry.From, now), entry.To).Where(conflict => conflict.Duty.Person == own.Person)];
    }

    private static TimeOffResult.Refused? Window(Instant from, Instant to, Instant now) =>
        to <= from ? new("to", "The time off ends before it begins. Give an end that is not before the beginning.")
        : to <= now ? new("to", "The time off would be over already. Give an end in the future.")
        : ScheduleRules.CheckWindow(from, to) is not null || from - now > ScheduleRules.LongestWindow ? new("to", "The time off is more than two years long or away. Check the year.")
        : null;
}
