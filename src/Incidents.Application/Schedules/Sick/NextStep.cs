using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Escalation;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Application.Schedules.Sick;

/// <summary>Who is paged after a schedule: the person to take over from one of its people without being asked first.</summary>
public static class NextStep
{
    /// <summary>
    /// The first active person without time off whom a step after the schedule's pages at this moment, by the policies of services in their order, then by the catch-all;
    /// where there is none, the person of the schedule who is free and carries least of it.
    /// </summary>
    /// <returns>Null when no person is free.</returns>
    public static PersonId? After(OnCallSchedule schedule, PersonId relieved, Instant now, Instant to, OnCallConfiguration settings)
    {
        var onCall = new EscalationTarget.OnCall(schedule.Definition.Id);
        var below = settings.Services.Values.Select(settings.PolicyOf).OfType<EscalationPolicy>().Concat(settings.Policies.Values).Distinct()
            .Where(policy => policy.Steps.Any(step => step.Targets.Contains(onCall)))
            .SelectMany(policy => policy.Steps.SkipWhile(step => !step.Targets.Contains(onCall)).Skip(1))
            .Concat(settings.CatchAll.Steps);
        return below.SelectMany(step => step.Targets).SelectMany(target => settings.Behind(target, now))
            .Where(person => person != relieved && settings.People.GetValueOrDefault(person) is { IsActive: true } && settings.AwayUntil(person, now) is null)
            .Select(person => (PersonId?)person)
            .FirstOrDefault() ?? SubstituteSuggestion.Suggest(schedule, relieved, now, to, settings, settings.Absences);
    }
}
