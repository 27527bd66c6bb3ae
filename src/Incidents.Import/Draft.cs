using Incidents.Domain;
using Incidents.Domain.OnCall;
using Incidents.Domain.Services;

namespace Incidents.Import;

/// <summary>An import under way: ids given out and notes taken.</summary>
internal sealed class Draft(UnmappedList unmapped)
{
    public UnmappedList Unmapped { get; } = unmapped;

    public ImportedIds People { get; } = new("person");

    public ImportedIds Teams { get; } = new("team");

    public ImportedIds Schedules { get; } = new("schedule");

    public ImportedIds Policies { get; } = new("policy");

    public ImportedIds Services { get; } = new("service", CatchAll.Id.Value);

    public PersonId? Person(string? key) => People.Find(key) is { } id ? new PersonId(id) : null;

    /// <summary>Returns the place of these people in a rotation; vacant when none of the keys is known.</summary>
    public Participant Participant(IEnumerable<string?> keys) => new(OnCall(keys));

    public PersonSet OnCall(IEnumerable<string?> keys) => Domain.OnCall.PersonSet.Of([.. keys.Select(Person).OfType<PersonId>()]);
}
