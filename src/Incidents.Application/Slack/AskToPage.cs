using Incidents.Application.Actions;
using Incidents.Application.Configuration;
using Incidents.Application.Notifications;
using Incidents.Application.Slack.BlockKit;
using Incidents.Application.SlackMarkup;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Slack;

/// <summary>`Page also…` on a card: the clicker alone is asked whom, then sees the names of those it would page, and confirms before a page goes out.</summary>
/// <remarks>A menu of Slack cannot ask back by what was chosen in it, so the question is a message of its own.</remarks>
public sealed class AskToPage(IIncidentStore store, PageAlso page, IOnCallConfigurationProvider configuration, TimeProvider clock)
{
    /// <param name="by">The person, already authorized.</param>
    /// <returns>What the clicker reads: the menu, the question, or what became of it.</returns>
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<SlackMessage> Handle(CardButton button, Actor by, CancellationToken cancellation)
    {
        if (await store.Load(button.Incident, member: null, cancellation) is not { } record)
        {
            return Line(ButtonRefusal.NoSuchIncident.ToClicker());
        }

        if (!record.Incident.IsOpen)
        {
            return Line($"{button.Incident}: {Refusal.AlreadyResolved.InWords()}.");
        }

        if (button.To is not { } to)
        {
            return await configuration.CurrentOrNone(cancellation) is { } settings ? Whom(button, settings) : Line($"{button.Incident}: {Refusal.NoConfiguration.InWords()}.");
        }

        var names = await page.Whom(record, to, cancellation);
        return button.Confirmed ? await Page(button, to, names ?? to, by, cancellation)
            : names is null ? Line($"Nobody is paged: no person or team \"{SlackText.Cut(to, LongestName)}\" can be, or not any more.")
            : Whether(button, names);
    }

    private async Task<SlackMessage> Page(CardButton button, string to, string names, Actor by, CancellationToken cancellation) => await page.Handle(button.Incident, by, to, cancellation) switch
    {
        AddressResult.Unknown unknown => Line($"Nobody is paged: {unknown.Problem}."),
        AddressResult.Done { Change: ChangeResult.Changed } => Line($"{names} {(names.Contains(" and ", StringComparison.Ordinal) ? "are" : "is")} paged for {button.Incident} as well."),
        AddressResult.Done { Change: ChangeResult.Ignored ignored } => Line($"{button.Incident}: {ignored.Refusal.InWords()}."),
        _ => Line(ButtonRefusal.NoSuchIncident.ToClicker()),
    };

    /// <summary>Lists the people on call first, then teams, then all other people, as far as a message has room.</summary>
    private SlackMessage Whom(CardButton button, OnCallConfiguration settings)
    {
        var now = clock.Now();
        var onCall = settings.Schedules.Values.SelectMany(schedule => schedule.Calendar.DutyAt(now).People).ToHashSet();
        var people = settings.People.Values.Where(person => person.IsActive).ToLookup(person => onCall.Contains(person.Id));
        (string Id, string Label)[] all =
        [
            .. people[true].Select(person => (person.Id.Value, $"{person.Name}, on call")),
            .. settings.Teams.Select(team => (team.Key.Value, $"{team.Value.Name} (team)")),
            .. people[false].Select(person => (person.Id.Value, person.Name)),
        ];
        var options = new List<SlackOption>();
        var room = RoomForOptions;
        foreach (var (id, label) in all.DistinctBy(one => one.Id).Take(SlackLimits.Options))
        {
            var option = new SlackOption(label, (button with { To = id }).ToValue());
            room -= Math.Min(label.Length, SlackLimits.OptionText) + (2 * option.Value.Length) + Markup;
            if (room >= 0 && option.Value.Length <= SlackOption.LongestValue)
            {
                options.Add(option);
            }
        }

        var question = Mrkdwn.Of($"Whom do you want to page for {button.Incident.ToString()} as well? You read whom that wakes before anyone is.");
        var command = Mrkdwn.Of($"Others by command: {Mrkdwn.Code($"incidents page-also {button.Incident} ID")}");
        return new SlackMessage(
            question,
            new SlackBlock.Section(question),
            options.Count > 0 ? new SlackBlock.Actions(new SlackMenu(button.ActionId, "A person or a team", options)) : new SlackBlock.Actions(),
            new SlackBlock.Context(options.Count < all.Length ? command : Mrkdwn.Empty));
    }

    private static SlackMessage Whether(CardButton button, string names)
    {
        var question = Mrkdwn.Of($"Page {names} for {button.Incident.ToString()} now? Whoever has it keeps it.");
        var confirmed = button with { Confirmed = true };
        return new SlackMessage(
            question,
            new SlackBlock.Section(question),
            new SlackBlock.Actions(new SlackButton(confirmed.ActionId, $"Page {names}") { Value = confirmed.ToValue(), Style = SlackButtonStyle.Primary }));
    }

    private static SlackMessage Line(string text) => SlackMessage.Of(Mrkdwn.Text(text));

    private const int LongestName = 40;

    /// <summary>What a message may hold but its question and its frame.</summary>
    private const int RoomForOptions = 11_500;

    /// <summary>What Slack's JSON takes of it around each choice.</summary>
    private const int Markup = 70;
}
