namespace Incidents.Domain.Incidents;

/// <summary>Who did something.</summary>
/// <param name="Id">Person id from the configuration, `slack:U123` for a Slack user who is not in it, `api` or `console` for a request that names no person, or `system`.</param>
/// <param name="Name">How to show them.</param>
/// <param name="Via">Where they did it.</param>
public sealed record Actor(string Id, string Name, Via Via)
{
    /// <summary>The product itself: recovery, sweeps.</summary>
    public static Actor System { get; } = new(Product, "Incidents", Via.System);

    private const string Product = "system";

    /// <summary>Id of a request through the API that names no person.</summary>
    public const string Api = "api";

    /// <summary>Id of a press in a console that does not know which person sits before it.</summary>
    public const string Console = "console";

    /// <summary>Begins the id of a Slack user who is not in the configuration.</summary>
    private const string Slack = "slack:";

    /// <summary>ARN of the credentials of AWS by which it was done; null where it was done without. It is what AWS knows, beside the person that is named.</summary>
    public string? Caller { get; init; }

    /// <summary>Whether this is none of the configured people: those who rely on them must not be made to wait by it for long. A method, for actors are stored by their properties.</summary>
    public bool IsOutsider() => Kind() is not (ActorKind.Person or ActorKind.Product);

    /// <summary>What acted, read from the id, which is all that is stored of it. A method, as <see cref="IsOutsider"/> is.</summary>
    public ActorKind Kind() => Id switch
    {
        Product => ActorKind.Product,
        Api => ActorKind.Api,
        Console => ActorKind.Console,
        _ when Id.StartsWith(Slack, StringComparison.Ordinal) => ActorKind.SlackUser,
        _ when Id.Contains(':', StringComparison.Ordinal) => ActorKind.Other,
        _ => ActorKind.Person,
    };

    /// <summary>A Slack user who is none of the configured people.</summary>
    public static Actor OfSlackUser(string id) => new(Slack + id, $"Slack user {id}", Via.Slack);

    /// <summary>The id Slack has for the user; null for all but <see cref="ActorKind.SlackUser"/>.</summary>
    public string? SlackUserId() => Kind() == ActorKind.SlackUser ? Id[Slack.Length..] : null;

    /// <summary>The id as a person's: of the product and of outsiders one that no configured person has. A method, as <see cref="IsOutsider"/> is.</summary>
    public PersonId AsPerson() => new(Id);
}

/// <summary>What acts.</summary>
public enum ActorKind
{
    /// <summary>One of the configured people.</summary>
    Person,

    /// <summary>The product itself.</summary>
    Product,

    /// <summary>A request through the API that names no person.</summary>
    Api,

    /// <summary>A console that does not know which person sits before it.</summary>
    Console,

    /// <summary>A Slack user who is not in the configuration.</summary>
    SlackUser,

    /// <summary>Another outsider, named with a prefix and a colon.</summary>
    Other,
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
