using System.Text.Json;
using Incidents.Cli.Answers;
using Incidents.Domain.Configuration;
using Incidents.Domain;
using Incidents.Domain.People;
using Incidents.Web.Api;
using NodaTime;

namespace Incidents.Cli.OnCall;

/// <summary>The answers of the API's schedules, in its own types, from files that may not be in force yet.</summary>
internal sealed class ConfiguredSchedules(OnCallConfiguration settings)
{
    public JsonElement OnCall(Instant at) => AnswerJson.Element(new OnCallResource(at, [.. settings.OnCallNow(at).Select(ScheduleResource.Of)]));

    public JsonElement List() => AnswerJson.Element(new ScheduleListResource(settings.Version, [.. settings.Schedules.Values.Select(ScheduleSummary.Of)]));

    public JsonElement Segments(string id, Instant from, Instant to) => AnswerJson.Element(new SegmentListResource(
        id, from, to, [.. settings.Schedules[new ScheduleId(id)].Calendar.Segments(from, to).Select(segment => new SegmentResource(segment.From, segment.To, [.. segment.People.Select(Named)]))]));

    public JsonElement Fairness(string id, Instant from, Instant to) => AnswerJson.Element(new FairnessResource(
        id, from, to, [.. ScheduleFairness.Of(settings.Schedules[new ScheduleId(id)], settings, from, to).Select(load => LoadResource.Of(load, settings))]));

    public static JsonElement Conflicts(string id, Instant from, Instant to, IReadOnlyList<ScheduleConflict> conflicts, OnCallConfiguration settings) =>
        AnswerJson.Element(new ConflictListResource(id, from, to, [.. conflicts.Select(conflict => ConflictResource.Of(conflict, settings))]));

    private PersonName Named(PersonId person) => new(person.Value, settings.NameOf(person));
}
