using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Actions;

/// <summary>The target of a page named by an id: a person, a team, or a policy.</summary>
/// <param name="Name">How to call them.</param>
/// <param name="Plan">Whom to page of them for an incident, at an instant.</param>
internal sealed record Addressee(string Name, Func<IncidentRecord, Instant, PagingPlan> Plan)
{
    /// <summary>The one with this id; null when there is none.</summary>
    /// <param name="withPolicies">Whether a policy may be meant.</param>
    public static Addressee? Find(OnCallConfiguration settings, string id, bool withPolicies)
    {
        if (settings.FindPerson(new PersonId(id)) is { IsActive: true } person)
        {
            return new Addressee(person.Name, (record, now) => settings.PlannerFor(record, now).Person(person.Id, record.Incident));
        }

        if (settings.Teams.GetValueOrDefault(new TeamId(id)) is { } team)
        {
            return new Addressee(team.Name, (record, now) => settings.PlannerFor(record, now).Members(team, record.Incident));
        }

        return withPolicies && settings.Policies.GetValueOrDefault(new PolicyId(id)) is { } policy
            ? new Addressee(policy.Name, (record, now) => settings.PlannerFor(policy, record, now).Start(record.Incident))
            : null;
    }
}

/// <summary>The result of reassigning an incident or paging more people.</summary>
public abstract record AddressResult
{
    private AddressResult()
    {
    }

    /// <summary>The target exists; the change it led to.</summary>
    public sealed record Done(ChangeResult Change) : AddressResult;

    /// <summary>No target has that id.</summary>
    /// <param name="Problem">Names who could have been meant.</param>
    public sealed record Unknown(string Problem) : AddressResult
    {
        /// <summary>The error for an unknown id; lists the ids that exist.</summary>
        internal static Unknown Among(OnCallConfiguration settings, string id, bool withPolicies)
        {
            var people = string.Join(", ", settings.People.Values.Where(p => p.IsActive).Take(MostNames).Select(p => p.Id.Value));
            var teams = settings.Teams.Count > 0 ? $" or a team ({string.Join(", ", settings.Teams.Keys.Take(MostNames))})" : "";
            return new Unknown($"nobody is called \"{(id.Length <= LongestId ? id : id[..LongestId])}\": name a person ({people}){teams}{(withPolicies ? " or a policy" : "")}");
        }

        private const int MostNames = 12;
        private const int LongestId = 40;
    }
}
