using Incidents.Domain;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Postmortems;

/// <summary>What a postmortem calls people: what they did there, never who they are.</summary>
public enum PostmortemRole
{
    /// <summary>The product itself.</summary>
    Product,

    /// <summary>The person was paged for the incident.</summary>
    OnCallResponder,

    /// <summary>The person is in the configuration and was not paged for the incident.</summary>
    Responder,

    /// <summary>Any other member of the Slack workspace.</summary>
    WorkspaceMember,
}

/// <summary>From people to roles, and from roles to words.</summary>
public static class PostmortemRoles
{
    /// <param name="actor">Who did something.</param>
    /// <param name="paged">Ids of the people the incident paged.</param>
    public static PostmortemRole Of(Actor actor, IReadOnlySet<PersonId> paged) =>
        actor.Kind() == ActorKind.Product ? PostmortemRole.Product
        : paged.Contains(actor.AsPerson()) ? PostmortemRole.OnCallResponder
        : actor.Kind() == ActorKind.SlackUser ? PostmortemRole.WorkspaceMember
        : PostmortemRole.Responder;

    /// <summary>The role as words within a sentence.</summary>
    public static string InWords(this PostmortemRole role) => role switch
    {
        PostmortemRole.Product => "Incidents",
        PostmortemRole.OnCallResponder => "the on-call responder",
        PostmortemRole.WorkspaceMember => "a member of the workspace",
        _ => "a responder",
    };
}
