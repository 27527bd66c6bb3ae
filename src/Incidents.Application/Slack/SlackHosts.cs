namespace Incidents.Application.Slack;

/// <summary>The addresses anything may be sent to on Slack's behalf: Slack's own, and the local preview when one runs.</summary>
public sealed class SlackHosts
{
    /// <summary>Slack alone.</summary>
    public static readonly SlackHosts SlackOnly = new(preview: null);

    /// <summary>Paths below which the local preview takes messages and answers.</summary>
    public const string PreviewPath = "/dev/slack/";

    private static readonly Uri Slack = new("https://hooks.slack.com");

    private readonly Uri? preview;

    /// <summary>Slack and the preview served at <paramref name="preview"/>, such as `http://127.0.0.1:8080`.</summary>
    /// <exception cref="ArgumentException">The preview is not on loopback.</exception>
    public SlackHosts(Uri? preview)
    {
        if (preview is { IsLoopback: false })
        {
            throw new ArgumentException("The Slack preview is for local runs: its address has to be on loopback.", nameof(preview));
        }

        this.preview = preview;
    }

    /// <summary>Whether an answer to a click may be sent to <paramref name="url"/>.</summary>
    public bool IsResponseUrl(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && ((IsAt(uri, Slack) && IsBelow(uri, "/actions/", "/commands/")) || IsPreview(uri));

    /// <summary>Whether <paramref name="url"/> is the local preview, whatever its form.</summary>
    public bool IsPreview(Uri url) => preview is not null && IsAt(url, preview) && IsBelow(url, PreviewPath);

    /// <summary>Whether <paramref name="url"/> may stand in for Slack's webhooks: on a machine with a preview, anything that listens on that machine.</summary>
    internal bool IsDouble(Uri url) => preview is not null && url is { IsLoopback: true, Scheme: "http" or "https" } && url.UserInfo.Length == 0;

    internal static bool IsSlack(Uri url) => IsAt(url, Slack);

    internal static bool IsBelow(Uri url, params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (url.AbsolutePath.StartsWith(path, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAt(Uri url, Uri origin) =>
        url.Scheme == origin.Scheme
        && string.Equals(url.IdnHost, origin.IdnHost, StringComparison.OrdinalIgnoreCase)
        && url.Port == origin.Port
        && url.UserInfo.Length == 0;
}
