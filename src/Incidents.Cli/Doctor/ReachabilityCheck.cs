using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using Incidents.Domain.Paging;
using Incidents.Domain.People;

namespace Incidents.Cli.Doctor;

/// <summary>What is wrong with a configuration, and by which channels each person can be reached.</summary>
internal static class ReachabilityCheck
{
    public static IReadOnlyList<Finding> Look(ConfigurationResult result) => result switch
    {
        ConfigurationResult.Invalid invalid => [.. invalid.Problems.Select(problem => new Finding(problem.IsWarning ? Level.Warning : Level.Error, problem.ToString()))],
        ConfigurationResult.Valid { Configuration: var settings } =>
        [
            new Finding(Level.Good, $"the configuration is valid: version {settings.Version}"),
            .. settings.Unwakeable.Select(problem => new Finding(Level.Error, problem.ToString())),
            .. settings.Warnings.Select(problem => new Finding(Level.Warning, problem.ToString())),
            .. settings.People.Values.Where(person => person.IsActive).Select(person => Of(settings, person)),
            Outside(settings),
        ],
        _ => [],
    };

    private static Finding Outside(OnCallConfiguration settings) => settings.WatchdogSecret is { } secret
        ? new Finding(Level.Good, $"each good tick calls the address in the secret {secret}")
        : new Finding(
            Level.Warning,
            "nothing outside watches this installation: when its region, account or machine is down, nobody hears of it",
            "make a check at a service outside AWS that alerts when calls stay out for 3 minutes, and name the secret with its URL: watchdog: watchdog-url (docs/operate.md)");

    private static Finding Of(OnCallConfiguration settings, Person person)
    {
        var channels = settings.NextChannels(person);
        return channels.Any(kind => ContactMethods.Wakes(person, kind))
            ? new Finding(Level.Good, $"{person.Name}: {string.Join(", ", channels)}")
            : new Finding(Level.Warning, $"{person.Name}: {string.Join(", ", channels)}; nothing of it wakes anybody", $"give {person.Id} push, or a phone with channels.sms or channels.voice");
    }
}
