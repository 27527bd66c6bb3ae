using System.Globalization;
using System.Security;
using Incidents.Application.Notifications;

namespace Incidents.Application.Paging.Channels;

/// <summary>What a call says, in SSML. A person who was asleep misses the first sentence, so what broke is said twice.</summary>
public static class VoiceText
{
    /// <summary>What the numbers of further incidents may take: a listener takes in no more.</summary>
    internal const int RoomForNumbers = 80;

    /// <summary>Renders a page.</summary>
    public static string Of(PageMessage message)
    {
        var facts = PageFacts.Of(message);
        if (facts.IsTest)
        {
            return $"""
                <speak>Hello {Speakable(facts.Person)}. This is a test of your incident pager. <break time="500ms"/>Nobody needs to act.
                <break time="1s"/>I repeat. This is a test, and nobody needs to act.
                <break time="500ms"/>To confirm this call, open the link in the text, mail, push or Slack message that you got.</speak>
                """;
        }

        var number = message.Briefing.Incident.Number.Value.ToString(CultureInfo.InvariantCulture);
        var severity = ((int)message.Briefing.Incident.Severity).ToString(CultureInfo.InvariantCulture);
        var what = $"Severity {severity}, {Speakable(facts.Service)}. {Speakable(facts.Title.Replace(": ", ". ", StringComparison.Ordinal))}.";
        if (facts.Degraded is not null)
        {
            return $"""
                <speak>Hello {Speakable(facts.Person)}. This is your incident pager. <break time="500ms"/>{what}
                <break time="1s"/>I repeat. {what}
                <break time="500ms"/>The store of incidents gives no answer, so there is nothing to acknowledge yet, and nobody is paged after you. Please look, and tell your team.</speak>
                """;
        }

        var how = facts.Link is null ? "press Acknowledge in Slack" : "open the link in the text, mail or push that you got, or press Acknowledge in Slack";
        if (facts.Others.Count > 0)
        {
            return $"""
                <speak>Hello {Speakable(facts.Person)}. This is your incident pager. <break time="500ms"/>You have {facts.Several}. The worst is {what}
                <break time="1s"/>I repeat. {facts.Several}. The worst is incident {number}. {what} The others are {Speakable(facts.OtherNumbers)}.
                <break time="500ms"/>{(message.MayBeRepeat ? "You may have had this call before. " : "")}To acknowledge them all, {how}.</speak>
                """;
        }

        return $"""
            <speak>Hello {Speakable(facts.Person)}. This is your incident pager. <break time="500ms"/>{what}
            <break time="1s"/>I repeat. Incident <say-as interpret-as="digits">{number}</say-as>. {what}
            <break time="500ms"/>{(message.MayBeRepeat ? "You may have had this call before. " : "")}To acknowledge, {how}.</speak>
            """;
    }

    /// <summary>Names of alarms are made of words with dashes between them, which a voice runs together or spells.</summary>
    private static string Speakable(string text) => SecurityElement.Escape(text.Replace('-', ' ').Replace('_', ' ').Replace('/', ' '));
}
