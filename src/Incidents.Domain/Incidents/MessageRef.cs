namespace Incidents.Domain.Incidents;

/// <summary>Which message of which channel: what the channel needs to replace it.</summary>
/// <param name="Channel">Kind of the channel that made it, the only one that can read <paramref name="Id"/>.</param>
/// <param name="Id">In the channel's own form, such as Slack's response URL of a click. It may be a secret: it is written to no log and no error.</param>
public sealed record MessageRef(string Channel, string Id)
{
    /// <summary>Without the id.</summary>
    public override string ToString() => $"a message of {Channel}";
}
