using Incidents.Configuration.Sections;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Escalation;
using Incidents.Domain.Paging;
using Incidents.Domain.People;

namespace Incidents.Configuration.Review;

/// <summary>
/// People whom a high-urgency page would not wake. Every policy counts as high urgency: one word in an alarm's description makes any
/// service's incident a Sev1.
/// </summary>
internal static class WakeReview
{
    /// <summary>One problem for each person, at their entry; none where the configuration says why it is meant.</summary>
    public static IReadOnlyList<ConfigurationProblem> Find(OnCallConfiguration configuration, ConfigurationSections sections) =>
        configuration.Channels.SlackOnly is not null ? [] :
        [
            .. Paging(configuration)
                .SelectMany(policy => PagedPeople.Of(configuration, policy.Steps).Select(paged => (paged.Person, policy.Name)))
                .DistinctBy(paged => paged.Person.Id)
                .Where(paged => !configuration.RulesFor(paged.Person, Urgency.High).Any(rule => ContactMethods.Wakes(paged.Person, rule.Channel)))
                .Select(paged => new ConfigurationProblem(
                    sections.People[paged.Person.Id.Value].KeyPlace,
                    $"{paged.Person.Name} is paged at night by {paged.Name} and has only {Why(configuration, paged.Person)} {Remedy(configuration, paged.Person)} For a trial write channels: {{ slack_only: why }}.")),
        ];

    private static string Why(OnCallConfiguration configuration, Person person) => configuration.RulesFor(person, Urgency.High).Any(rule => ContactMethods.Wakes(rule.Channel))
        ? "ntfy to wake them, which does not ring through a muted iPhone: its app has no permission for critical alerts."
        : "Slack or e-mail, which wake nobody.";

    /// <summary>What makes a channel work for a person, a sentence.</summary>
    public static string HowTo(string kind) => kind switch
    {
        ChannelKind.Push => "Give them `push:`, and for Pushover also `pushover: { token: ... }` under `channels`.",
        ChannelKind.Sms => "Give them `phone:` and write `sms: { origination: ... }` under `channels`.",
        ChannelKind.Voice => "Give them `phone:` and write `voice: { origination: ... }` under `channels`.",
        ChannelKind.Email => "Give them `email:` and write `email: { from: ... }` under `channels`.",
        _ => "Give them `webhook:`.",
    };

    private static string Remedy(OnCallConfiguration configuration, Person person)
    {
        var has = configuration.NextChannels(person).FirstOrDefault(kind => ContactMethods.Wakes(person, kind));
        return has is null && person is { PhoneType: PhoneType.Ios, Push.Service: PushService.Ntfy }
            ? "Give them `phone: { number: ..., type: ios }` and write `voice: { origination: ... }` under `channels`, for an unanswered call is repeated and rings through; or use `push: { pushover: ... }`, which rings."
            : has is not null ? $"Add {{ channel: {has}, after: 1m }} to their `notify: high`."
            : person.Phone is not null ? "They have a phone: write `sms: { origination: ... }` or `voice: { origination: ... }` under `channels`."
            : "Give them `push:`, or `phone:` with `sms` or `voice` under `channels`.";
    }

    private static IEnumerable<(string Name, IReadOnlyList<EscalationStep> Steps)> Paging(OnCallConfiguration configuration) =>
        configuration.Policies.Values.Select(policy => ($"the policy {policy.Id}", policy.Steps)).Append(("the catch-all", configuration.CatchAll.Steps));
}
