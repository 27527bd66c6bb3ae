namespace Incidents.Application.Slack;

/// <summary>The address of an incoming webhook. Who has it can post, so it is a secret and has no text form.</summary>
public sealed class WebhookUrl
{
    private WebhookUrl(Uri address) => Address = address;

    /// <summary>Where to post. Never to be logged.</summary>
    public Uri Address { get; }

    /// <summary>The workspace it posts to, such as `T9TK3CUKW`; null for what stands in for Slack on this machine.</summary>
    public string? TeamId => SlackHosts.IsSlack(Address) && Address.Segments is [_, _, { Length: > 1 } team, ..] ? team.TrimEnd('/') : null;

    /// <summary>Reads an address, or says what is wrong with it and how to get a right one, without repeating it.</summary>
    public static Parsed Parse(string? text, SlackHosts hosts)
    {
        if (!Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var url))
        {
            return new Parsed.Refused("it is no URL; " + HowToGetOne);
        }

        if (hosts.IsDouble(url))
        {
            return new Parsed.Ok(new WebhookUrl(url));
        }

        if (!SlackHosts.IsSlack(url))
        {
            return new Parsed.Refused("it does not begin with https://hooks.slack.com/; " + HowToGetOne);
        }

        if (SlackHosts.IsBelow(url, "/triggers/", "/workflows/"))
        {
            return new Parsed.Refused(
                "it is a Workflow Builder trigger, which takes only the variables of its workflow and so can show neither the card nor its buttons; " + HowToGetOne);
        }

        return SlackHosts.IsBelow(url, "/services/") && url.Segments.Length == 5 && url.Query.Length == 0
            ? new Parsed.Ok(new WebhookUrl(url))
            : new Parsed.Refused("it is not of the form https://hooks.slack.com/services/T…/B…/…; " + HowToGetOne);
    }

    private const string HowToGetOne = "make one at https://api.slack.com/apps under \"Incoming Webhooks\"";

    /// <summary>What reading gave.</summary>
    public abstract record Parsed
    {
        private Parsed()
        {
        }

        /// <summary>The URL can be used.</summary>
        public sealed record Ok(WebhookUrl Url) : Parsed;

        /// <summary>The URL is refused; the reason goes after "the webhook URL is refused: ".</summary>
        public sealed record Refused(string Reason) : Parsed;
    }
}
