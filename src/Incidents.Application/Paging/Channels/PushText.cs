using Incidents.Application.Notifications;

namespace Incidents.Application.Paging.Channels;

/// <summary>What a phone shows on its lock screen.</summary>
/// <param name="IsUrgent">It must ring through do-not-disturb.</param>
/// <param name="Link">Where to acknowledge; null where no link can work.</param>
public sealed record PushText(string Title, string Body, bool IsUrgent, Uri? Link)
{
    /// <summary>A longer one would push out what has to be said.</summary>
    private const int LongestAddress = 200;
    /// <summary>What the numbers of further incidents may take.</summary>
    internal const int RoomForNumbers = 400;

    /// <summary>Renders a page as plain text.</summary>
    public static PushText Of(PageMessage message)
    {
        var facts = PageFacts.Of(message);
        if (facts.IsTest)
        {
            return new PushText("TEST · nobody needs to act", facts.Link is null ? facts.HowToAcknowledge : message is Notification.TestPage { AsksLoud: true } ? "Was it loud? Open it and say so." : "Does this reach you? Open it and press I got it.", facts.IsUrgent, facts.Link);
        }

        if (facts.Others.Count > 0)
        {
            string?[] several = [facts.Title, $"Also INC-{facts.OtherNumbers}", facts.Repeat, facts.Link is null ? facts.HowToAcknowledge : null];
            return new PushText($"{facts.Several}, worst: {facts.Severity} {facts.Service} · {facts.Number}", string.Join('\n', several.OfType<string>()), facts.IsUrgent, facts.Link);
        }

        string?[] lines = [facts.Title, facts.Why == facts.Title ? null : facts.Why, facts.Repeat, facts.Runbook is { } runbook ? $"Runbook: {runbook}" : null, facts.Link is null && facts.Console is { AbsoluteUri: { Length: <= LongestAddress } console } ? console : null, facts.Link is null ? facts.HowToAcknowledge : null];
        return new PushText($"{facts.Severity} {facts.Service} · {(facts.Degraded is null ? facts.Number : "degraded page")}", string.Join('\n', lines.OfType<string>().Where(line => line.Length > 0)), facts.IsUrgent, facts.Link);
    }
}
