using Incidents.Application.Configuration;
using Incidents.Application.Overrides;
using Incidents.Application.Schedules.Swaps;
using Incidents.Application.Schedules.TimeOff;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Application.Schedules.Sick;

/// <summary>A person is sick: the next step's person has their turns at once, until tomorrow 09:00 by the schedule's clock, and the team is asked for a taker.</summary>
/// <remarks>Once more for the same person covers nothing twice: by then they are not on call.</remarks>
public sealed class CallInSick(MakeOverride overrides, MakeTimeOff timeOff, AskForSwap swaps, IOnCallConfigurationProvider configuration, TimeProvider clock)
{
    private static readonly LocalTime Back = new(9, 0);

    /// <exception cref="Store.StoreUnavailableException">Not all of it is done; what is done stands, and asking again does the rest.</exception>
    public async Task<SickResult> Handle(PersonId person, Actor by, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        if (settings.FindPerson(person) is not { IsActive: true } sick)
        {
            return new SickResult.Refused("person", $"There is no active person {person.Value.Quoted()}.{person.Value.DidYouMean(settings.People.Values.Where(one => one.IsActive).Select(one => one.Id.Value))}");
        }

        var now = Instant.FromUnixTimeSeconds(clock.Now().ToUnixTimeSeconds());
        var until = TomorrowMorning(settings.ZoneOf(sick.Id), now);
        var covers = new List<SickCover>();
        foreach (var schedule in settings.Schedules.Values)
        {
            var to = TomorrowMorning(schedule.Definition.TimeZone, now);
            if (schedule.Calendar.Segments(now, to).Where(segment => segment.People.Contains(sick.Id)).Select(segment => (Instant?)segment.From).FirstOrDefault() is { } from)
            {
                covers.Add(await Cover(schedule, sick, from, to, settings, by, cancellation));
            }
        }

        if (settings.AwayUntil(sick.Id, now) is not { } away || away < until)
        {
            await timeOff.Handle(new TimeOffRequest(person, new TimeOffSpan.Exactly(now, until), Source: null), by, cancellation);
        }

        return new SickResult.Covered(person, until, covers);
    }

    private async Task<SickCover> Cover(OnCallSchedule schedule, Person sick, Instant from, Instant to, OnCallConfiguration settings, Actor by, CancellationToken cancellation)
    {
        var id = schedule.Definition.Id;
        if (NextStep.After(schedule, sick.Id, from, to, settings) is not { } next)
        {
            var asked = await swaps.Handle(new SwapQuestion(id, sick.Id, from, to, $"{sick.Name} is sick.") { StaysOpen = true }, by, cancellation);
            return new SickCover(id, By: null, from, to, Override: null, (asked as SwapResult.Done)?.Request.Id, $"No person is free to take over from {sick.Name}, who stays on call.");
        }

        if (await overrides.Handle(new OverrideRequest(id, OverrideKind.Replace, from, to, [next], sick.Id, Layer: null), by, cancellation) is not OverrideResult.Made { Override: var made })
        {
            return new SickCover(id, By: null, from, to, Override: null, Swap: null, $"There is no room for a further override: {sick.Name} stays on call. Cancel one that is not needed, and try again.");
        }

        var swap = await swaps.Handle(new SwapQuestion(id, next, made.From, to, $"{sick.Name} is sick, and {settings.NameOf(next)} stands in.") { StaysOpen = true }, by, cancellation);
        return new SickCover(
            id, next, made.From, to, made.Id, (swap as SwapResult.Done)?.Request.Id, swap is SwapResult.Refused refused ? $"The team could not be asked for a taker: {refused.Problem}" : null);
    }

    private static Instant TomorrowMorning(DateTimeZone zone, Instant now) => new WallClock(zone).FirstAt(now.InZone(zone).Date.PlusDays(1) + Back);
}
