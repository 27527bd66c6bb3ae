namespace Incidents.Domain.People;

/// <summary>People who own services together. As a target of a page it means all of them.</summary>
public sealed record Team(TeamId Id, string Name, IReadOnlyList<PersonId> Members);
