using System.Net;
using System.Text;
using Incidents.Application.Paging.Channels;

namespace Incidents.Adapters.Channels;

/// <summary>Messages as Pushover takes them.</summary>
/// <remarks>Source: https://pushover.net/api</remarks>
internal static class Pushover
{
    // Emergency: rings through quiet hours, again and again, until it is acknowledged in the app.
    private const string Emergency = "2";
    private const string Usual = "0";

    // 30 s is the shortest Pushover takes. Five minutes is a step's usual time: then the next step is paged.
    private const string RingEverySeconds = "30";
    private const string RingForSeconds = "300";
    private const int LongestLink = 512;

    public static Uri Address { get; } = new("https://api.pushover.net/1/messages.json");

    /// <summary>A message, as a form.</summary>
    /// <param name="token">The application's.</param>
    /// <param name="user">The person's user key.</param>
    public static byte[] Body(string token, string user, PushText push) => Encoding.ASCII.GetBytes(string.Join('&', Fields(token, user, push).Select(f => $"{f.Name}={WebUtility.UrlEncode(f.Value)}")));

    /// <summary>`status` is 1 when the message was taken.</summary>
    public static bool Took(string? body) => JsonBody.Field(body, "status") == "1";

    private static IEnumerable<(string Name, string Value)> Fields(string token, string user, PushText push)
    {
        yield return ("token", token);
        yield return ("user", user);
        yield return ("title", push.Title);
        yield return ("message", push.Body);
        yield return ("priority", push.IsUrgent ? Emergency : Usual);
        if (push.IsUrgent)
        {
            yield return ("retry", RingEverySeconds);
            yield return ("expire", RingForSeconds);
        }

        if (push.Link is { AbsoluteUri: { Length: <= LongestLink } link })
        {
            yield return ("url", link);
            yield return ("url_title", "Acknowledge");
        }
    }
}
