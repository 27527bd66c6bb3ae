using Incidents.Application.Slack;
using Incidents.Application.Slack.Inbound;

namespace Incidents.Cli.Up;

/// <summary>The Slack app that the environment names.</summary>
/// <param name="PublicUrl">Where Slack is said to reach this process; null when nothing is said.</param>
internal sealed record RealSlack(WebhookUrl Webhook, SlackSigningSecret Secret, Uri? PublicUrl)
{
    private const string WebhookVariable = "INCIDENTS_SLACK_WEBHOOK_URL";
    private const string SecretVariable = "INCIDENTS_SLACK_SIGNING_SECRET";
    private const string PublicUrlVariable = "INCIDENTS_PUBLIC_URL";

    private volatile Uri? proved;

    /// <summary>The public URL once it has answered a signed request; null until then: no button may lead nowhere.</summary>
    public Uri? ProvedUrl
    {
        get => proved;
        set => proved = value;
    }

    /// <returns>Null when no webhook is set.</returns>
    /// <exception cref="CannotStartException">It is set, and cannot be used.</exception>
    public static RealSlack? FromEnvironment(SlackHosts hosts, Func<string, string?> variable)
    {
        if (variable(WebhookVariable) is not { Length: > 0 } url)
        {
            return null;
        }

        var webhook = WebhookUrl.Parse(url, hosts) switch
        {
            WebhookUrl.Parsed.Ok ok => ok.Url,
            WebhookUrl.Parsed.Refused refused => throw new CannotStartException($"{WebhookVariable} is refused: {refused.Reason}"),
            var unknown => throw new InvalidOperationException($"no way for {unknown.GetType().Name}"),
        };
        if (variable(SecretVariable) is not { Length: > 0 } secret)
        {
            throw new CannotStartException($"{WebhookVariable} is set and {SecretVariable} is not: copy the signing secret from \"Basic Information\" of the Slack app");
        }

        return new RealSlack(webhook, new SlackSigningSecret(secret), PublicAddress(variable));
    }

    /// <summary>The public address that the environment gives, unchecked; null when none is set.</summary>
    /// <exception cref="CannotStartException">It is set, and cannot be used.</exception>
    public static Uri? PublicAddress(Func<string, string?> variable)
    {
        var text = variable(PublicUrlVariable);
        return string.IsNullOrEmpty(text) ? null
            : Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url is { Scheme: "http", IsLoopback: true }) ? url
            : throw new CannotStartException($"{PublicUrlVariable} is no https URL: give the address Slack can reach, such as https://incidents.example.com");
    }
}
