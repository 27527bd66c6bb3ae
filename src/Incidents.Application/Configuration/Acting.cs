using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;

namespace Incidents.Application.Configuration;

/// <summary>Identifies who acts, by one rule for every entry point: command line, API, console, link and Slack.</summary>
public static class Acting
{
    /// <summary>The person whom an id, a name that only one has, or a Slack id names.</summary>
    /// <param name="settings">Null when it cannot be read: the name given is then taken unchecked, for an incident does not wait for a file to be mended.</param>
    /// <param name="who">As it was given; null or blank when nothing was.</param>
    public static Identified Identify(OnCallConfiguration? settings, string? who, Via via)
    {
        who = who?.Trim();
        if (string.IsNullOrEmpty(who))
        {
            return new Identified(via == Via.Console ? new Actor(Actor.Console, "you (console)", via) : new Actor(Actor.Api, "API", via), Problem: null);
        }

        if (settings is null)
        {
            return new Identified(new Actor(who, who, via), Problem: null);
        }

        List<Person> found = settings.FindPerson(new PersonId(who)) is { } byId ? [byId] : settings.FindBySlackId(who) is { } bySlack ? [bySlack] : Named(settings, who);
        return found switch
        {
            [{ IsActive: true } person] => new Identified(new Actor(person.Id.Value, person.Name, via), Problem: null),
            [var gone] => Refused($"names {gone.Name}, who is not active any more"),
            [] => Refused($"is an id, a name or a Slack id of people, and {Quoted(who)} is none{Near(settings, who)}"),
            _ => Refused($"names {found.Count} people: say which by id ({string.Join(", ", found.Take(MostNames).Select(p => p.Id.Value))})"),
        };
    }

    /// <summary>The person with this Slack id, or the Slack user who is none of the people; whether they may is <see cref="Slack.Inbound.SlackIdentity"/>'s to say.</summary>
    public static Actor OfSlack(OnCallConfiguration? settings, string slackId) => settings?.FindBySlackId(slackId) is { IsActive: true } person
        ? new Actor(person.Id.Value, person.Name, Via.Slack)
        : Actor.OfSlackUser(slackId);

    /// <summary>The configuration in force; null when there is none that can be read.</summary>
    public static async ValueTask<OnCallConfiguration?> CurrentOrNone(this IOnCallConfigurationProvider configuration, CancellationToken cancellation)
    {
        try
        {
            return await configuration.Current(cancellation);
        }
        catch (InvalidConfigurationException)
        {
            return null;
        }
    }

    private static List<Person> Named(OnCallConfiguration settings, string who)
    {
        var alike = settings.People.Values.Where(person => string.Equals(person.Name, who, StringComparison.OrdinalIgnoreCase)).ToList();
        return alike.Exists(person => person.IsActive) ? alike.FindAll(person => person.IsActive) : alike;
    }

    private static string Near(OnCallConfiguration settings, string who)
    {
        var active = settings.People.Values.Where(person => person.IsActive).ToList();
        var near = new[] { Similarity.Nearest(who, active.Select(p => p.Id.Value)), Similarity.Nearest(who, active.Select(p => p.Name)) };
        var meant = active.Where(person => near.Contains(person.Id.Value) || near.Contains(person.Name)).Take(MostNames).Select(person => $"{person.Id.Value} ({person.Name})").ToList();
        return meant.Count > 0
            ? $" (did you mean {string.Join(" or ", meant)}?)"
            : $" (the people are {string.Join(", ", active.Take(MostNames).Select(person => person.Id.Value))}{(active.Count > MostNames ? ", …" : "")})";
    }

    private static string Quoted(string who) => $"\"{Alarms.Shorten.To(who, LongestName)}\"";

    private static Identified Refused(string problem) => new(Actor: null, problem);

    private const int MostNames = 12;
    private const int LongestName = 40;
}

/// <summary>What came of asking who acts.</summary>
/// <param name="Actor">Who; null when they are refused.</param>
/// <param name="Problem">What is wrong, to stand behind the name of the field; null when nothing is.</param>
public sealed record Identified(Actor? Actor, string? Problem);
