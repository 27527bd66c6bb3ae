using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.People;
using Incidents.Domain.Services;

namespace Incidents.Configuration.Sections;

/// <summary>Ids that other parts may name, gathered before anything else is read so that order makes no difference.</summary>
internal sealed record KnownIds(
    IReadOnlyCollection<string> People,
    IReadOnlyCollection<string> Teams,
    IReadOnlyCollection<string> Schedules,
    IReadOnlyCollection<string> Policies,
    IReadOnlyCollection<string> Services,
    IReadOnlyCollection<string> Channels,
    IReadOnlyCollection<string> Countries,
    IReadOnlyDictionary<string, Account> Accounts)
{
    public PersonId? Person(YamlValue value) => Reference(value, "person", "people", People) is { } id ? new PersonId(id) : null;

    public TeamId? Team(YamlValue value) => Reference(value, "team", "teams", Teams) is { } id ? new TeamId(id) : null;

    public ScheduleId? Schedule(YamlValue value) => Reference(value, "schedule", "schedules", Schedules) is { } id ? new ScheduleId(id) : null;

    public PolicyId? Policy(YamlValue value) => Reference(value, "escalation policy", "escalation_policies", Policies) is { } id ? new PolicyId(id) : null;

    public ServiceId? Service(YamlValue value) => Reference(value, "service", "services", Services) is { } id ? new ServiceId(id) : null;

    public string? Country(YamlValue value) => Reference(value, "country", "holidays", Countries);

    public TeamChannel? Channel(YamlValue value)
    {
        if (value.Text() is { } text && text.StartsWith('#'))
        {
            return value.Refuse<TeamChannel>($"A channel is named here without the #. Write {text.TrimStart('#')}.");
        }

        return Reference(value, "channel", "webhooks` of `slack", Channels) is { } name ? new TeamChannel(ChannelKind.Slack, name) : null;
    }

    private static string? Reference(YamlValue value, string kind, string section, IReadOnlyCollection<string> known) =>
        value.Text() is not { } id ? null
        : known.Contains(id) ? id
        : value.Refuse<string>($"There is no {kind} {id.Quoted()}.{Advice(id, section, known)}");

    private static string Advice(string id, string section, IReadOnlyCollection<string> known) =>
        id.DidYouMean(known) is { Length: > 0 } nearest ? nearest : $" Add it to `{section}`.";
}
