using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Incidents.Application.Configuration;
using Incidents.Application.Notices;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.OnCall;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Application.TestPages;

/// <summary>Tests the channels of the people who go on call next, at the hour their schedule sets, and warns the team when nothing is confirmed.</summary>
/// <remarks>Run with every tick. It asks the store only in the two hours after a test was due, so a tick that was down sends it late, and two at once send it once.</remarks>
public sealed class TestBeforeShifts(SendTestPage send, ITestPageStore store, IOnCallConfigurationProvider configuration, TeamNotice notice, TimeProvider clock)
{
    /// <returns>What could not be done, in sentences; the next tick tries again. Never throws for reasons of the store.</returns>
    public async Task<IReadOnlyList<string>> Run(CancellationToken cancellation)
    {
        var failures = new List<string>();
        try
        {
            var settings = await configuration.Current(cancellation);
            foreach (var shift in settings.Schedules.Values.SelectMany(schedule => Due(schedule, settings)).DistinctBy(shift => shift.Id))
            {
                await Handle(shift, settings, cancellation);
            }
        }
        catch (Exception failure) when (failure is StoreUnavailableException or InvalidConfigurationException)
        {
            failures.Add($"test pages before shifts: {failure.Message}");
        }

        return failures;
    }

    private async Task Handle(ComingShift shift, OnCallConfiguration settings, CancellationToken cancellation)
    {
        if (await store.Find(shift.Id, cancellation) is not { } page)
        {
            await send.Once(shift.Id, shift.Person, settings, cancellation);
        }
        else if (!page.IsWarned
            && clock.Now() - page.At >= WarnAfter
            && page.Channels.All(c => c.ReceivedAt is null)
            && page.Channels.Any(c => c.CanBeConfirmed || c.Failure is not null)
            && await store.MarkWarned(page.Id, cancellation) == SaveResult.Saved)
        {
            await notice.Tell($"{page.PersonName} has not confirmed the test page before their shift on {shift.Schedule} ({string.Join(", ", page.Channels.Select(Said))}). Ask them, or try ./incidents test-page {page.Person}.", cancellation);
        }
    }

    private IEnumerable<ComingShift> Due(OnCallSchedule schedule, OnCallConfiguration settings)
    {
        if (schedule.TestPageAt is not { } hour)
        {
            yield break;
        }

        var now = clock.Now();
        foreach (var duty in new[] { now - Window, now }.Select(schedule.Calendar.DutyAt))
        {
            if (duty.Until is { } begins && LastBefore(begins, hour, schedule.Definition.TimeZone) is var at && at <= now && now < at + Window)
            {
                foreach (var id in duty.Next.Where(id => !duty.People.Contains(id)))
                {
                    if (settings.People.GetValueOrDefault(id) is { IsActive: true } person)
                    {
                        yield return new ComingShift(IdOf(schedule.Definition.Id, id, at), schedule.Definition.Name, person);
                    }
                }
            }
        }
    }

    /// <summary>A skipped hour moves on by the gap, a doubled one counts the first time.</summary>
    private static Instant LastBefore(Instant shift, LocalTime hour, DateTimeZone zone)
    {
        var day = shift.InZone(zone).Date;
        var at = (day + hour).InZoneLeniently(zone).ToInstant();
        return at < shift ? at : (day.PlusDays(-1) + hour).InZoneLeniently(zone).ToInstant();
    }

    private static string IdOf(ScheduleId schedule, PersonId person, Instant at) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{schedule}\n{person.Value}\n{at.ToUnixTimeSeconds()}"))).AsSpan(0, 12));

    private static string Said(TestedChannel channel) => channel.Failure is { } failure ? $"{channel.Channel}: {failure}" : $"{channel.Channel}: sent";

    private static readonly Duration Window = Duration.FromHours(2);
    private static readonly Duration WarnAfter = Duration.FromMinutes(30);

    private sealed record ComingShift(string Id, string Schedule, Person Person);
}
