using Incidents.Application.Store;
using Incidents.Domain.Configuration;
using NodaTime;

namespace Incidents.Web.Preview;

/// <summary>What the preview page shows.</summary>
/// <param name="Channels">Every channel that is configured or was posted to.</param>
/// <param name="Channel">The one on show.</param>
/// <param name="People">Who can press.</param>
/// <param name="As">Who presses, and by whose clock the dates are.</param>
/// <param name="Answer">What the endpoint answered to the last press when that was not 200; `none` for no answer.</param>
public sealed record PreviewModel(
    IReadOnlyList<string> Channels, string Channel, IReadOnlyList<PreviewCard> Cards, IReadOnlyList<Presser> People, Presser As, string? Answer, Instant Now)
{
    internal static PreviewModel Of(IReadOnlyList<PreviewMessage> messages, OnCallConfiguration settings, string? channel, string? pressAs, string? answer, Instant now)
    {
        var usual = settings.TeamChannelOf(settings.CatchAll.Service).Name;
        string[] channels = [.. messages.Select(m => m.Channel).Concat(settings.Slack.Webhooks.Keys).Append(usual).Distinct().Order(StringComparer.Ordinal)];
        var shown = channels.Contains(channel) ? channel! : messages is [.., var last] ? last.Channel : channels[0];
        var people = Presser.Among(settings);
        var who = people.FirstOrDefault(p => p.SlackId == pressAs) ?? people[0];
        var dates = new SlackDates(settings.FindBySlackId(who.SlackId) is { } person ? settings.ZoneOf(person.Id) : settings.UsualZone(), now);
        var reader = new MrkdwnReader(id => people.FirstOrDefault(p => p.SlackId == id)?.Name ?? id, dates);
        return new PreviewModel(
            channels,
            shown,
            [.. messages.Where(m => m.Channel == shown).Select(m => PreviewCard.Of(m, reader, people))],
            people,
            who,
            answer,
            now);
    }

    /// <param name="whisper">Which whisper below it they are in; null for its own.</param>
    internal static IEnumerable<PreviewButton> ButtonsOf(PreviewMessage message, int? whisper = null) => message.Shown(whisper) is not { } shown ? [] :
        PreviewBlock.Read(shown, new MrkdwnReader(id => id)).OfType<PreviewBlock.Actions>().SelectMany(actions => actions.Buttons);
}

/// <summary>A message ready to be shown.</summary>
/// <param name="LockScreen">What a notification would show.</param>
/// <param name="Whispers">The messages shown to one person only, by person.</param>
public sealed record PreviewCard(PreviewMessage Message, string LockScreen, IReadOnlyList<PreviewBlock> Blocks, IReadOnlyList<(Presser To, IReadOnlyList<PreviewBlock> Blocks)> Whispers)
{
    internal static PreviewCard Of(PreviewMessage message, MrkdwnReader reader, IReadOnlyList<Presser> people) => new(
        message,
        string.Concat(reader.Read(PreviewBlock.TextOf(message.Payload, "text")).Select(run => run.Text)),
        PreviewBlock.Read(message.Payload, reader),
        [.. message.Whispers.Select(whisper => (people.FirstOrDefault(p => p.SlackId == whisper.To) ?? new Presser(whisper.To, whisper.To), PreviewBlock.Read(whisper.Payload, reader)))]);
}
