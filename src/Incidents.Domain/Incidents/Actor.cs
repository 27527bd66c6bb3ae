namespace Incidents.Domain.Incidents;

/// <summary>Who did something.</summary>
/// <param name="Id">Person id from the configuration, `slack:U123` for a Slack user who is not in it, or `system`.</param>
/// <param name="Name">How to show them.</param>
/// <param name="Via">Where they did it.</param>
public sealed record Actor(string Id, string Name, Via Via)
{
    /// <summary>The product itself: recovery, sweeps.</summary>
    public static Actor System { get; } = new("system", "Incidents", Via.System);
}

/// <summary>Where an action came from.</summary>
public enum Via
{
    /// <summary>The product itself.</summary>
    System,

    /// <summary>A button or command in Slack.</summary>
    Slack,

    /// <summary>The web console.</summary>
    Console,

    /// <summary>The command line.</summary>
    CommandLine,

    /// <summary>The REST API.</summary>
    Api,

    /// <summary>The link in a message to one person, without a sign-in.</summary>
    Link,

    /// <summary>A reply to a text message.</summary>
    Text,
}
