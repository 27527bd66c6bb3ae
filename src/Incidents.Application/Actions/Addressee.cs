using Incidents.Application.Configuration;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Actions;

/// <summary>Whom somebody named by an id: a person, a team, or a policy.</summary>
internal sealed record Addressee(string Name, Func<IncidentRecordPlanner, PagingPlan> Plan)
{
    /// <summary>The one with this id; null when there is none.</summary>
    /// <param name="withPolicies">Whether a policy may be meant.</param>
    public static Addressee? Find(OnCallConfiguration settings, string id, bool withPolicies)
    {
        if (settings.People.GetValueOrDefault(new PersonId(id)) is { IsActive: true } person)
        {
            return new Addressee(person.Name, ask => ask.Planner.Person(person.Id.Value, ask.Incident));
        }

        if (settings.Teams.GetValueOrDefault(id) is { } team)
        {
            return new Addressee(team.Name, ask => ask.Planner.Members(team, ask.Incident));
        }

        return withPolicies && settings.Policies.GetValueOrDefault(id) is { } policy
            ? new Addressee(policy.Name, ask => new PagePlanner(settings, policy, ask.Now).Start(ask.Incident))
            : null;
    }

    /// <summary>Who could have been meant, for whoever named nobody.</summary>
    public static string Advice(OnCallConfiguration settings, string id, bool withPolicies) =>
        $"nobody is called \"{(id.Length <= 40 ? id : id[..40])}\": name a person ({string.Join(", ", settings.People.Values.Where(p => p.IsActive).Take(12).Select(p => p.Id.Value))}){(settings.Teams.Count > 0 ? $" or a team ({string.Join(", ", settings.Teams.Keys.Take(12))})" : "")}{(withPolicies ? " or a policy" : "")}";
}

/// <summary>What is asked when a page is planned for an incident.</summary>
internal sealed record IncidentRecordPlanner(PagePlanner Planner, Incident Incident, Instant Now);

/// <summary>What came of handing an incident to somebody.</summary>
public abstract record AddressResult
{
    private AddressResult()
    {
    }

    /// <summary>There is such a person or team.</summary>
    public sealed record Done(ChangeResult Change) : AddressResult;

    /// <summary>There is not.</summary>
    public sealed record Unknown(string Problem) : AddressResult;
}
