namespace Incidents.Domain.OnCall;

/// <summary>One place in a rotation: a person, a group that is on call together, or a vacant turn. Groups compare as a whole.</summary>
public sealed record Participant(PersonSet People)
{
    /// <summary>A turn without a person: layers of lower priority show through.</summary>
    public static readonly Participant Vacant = new(PersonSet.Nobody);

    public bool IsVacant => People.IsNobody;

    public static Participant Person(string name) => new(PersonSet.Named(name));

    public static Participant Group(params IEnumerable<string> names) => new(PersonSet.Named(names));

    /// <inheritdoc />
    public override string ToString() => IsVacant ? "vacant" : People.ToString();
}
