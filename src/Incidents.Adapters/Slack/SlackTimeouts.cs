namespace Incidents.Adapters.Slack;

/// <summary>How long Slack may take.</summary>
/// <param name="Post">For a new message, from the first byte out to the answer.</param>
/// <param name="Respond">For the answer to a click: Slack shows the clicker an error when our own answer takes more than 3 s.</param>
/// <param name="Connect">For DNS, TCP and TLS together. Below <paramref name="Post"/>, so that "never sent" can be told from "no answer".</param>
public sealed record SlackTimeouts(TimeSpan Post, TimeSpan Respond, TimeSpan Connect)
{
    /// <summary>5 s, 1 s and 3 s.</summary>
    public static SlackTimeouts Default { get; } = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));
}
