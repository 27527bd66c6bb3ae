using Incidents.Application.Paging.Channels;

namespace Incidents.Adapters.Channels;

/// <summary>Messages as ntfy takes them. Who knows a topic's URL can post to it and read it, so it is a secret.</summary>
/// <remarks>As JSON, because headers hold neither line breaks nor letters beyond Latin. Source: https://docs.ntfy.sh/publish/#publish-as-json</remarks>
internal static class Ntfy
{
    // Priority 5 rings until the person opens it, and a phone can let it through do-not-disturb.
    private const int Max = 5;
    private const int Usual = 3;

    /// <summary>The last part of the address.</summary>
    public static string Topic(Uri topic) => Uri.UnescapeDataString(topic.Segments[^1].Trim('/'));

    /// <summary>JSON goes to what is before the topic. A query stays: `?auth=` is how a protected topic is opened.</summary>
    public static Uri Server(Uri topic) => new UriBuilder(topic) { Path = string.Concat(topic.Segments.SkipLast(1)) }.Uri;

    /// <summary>A message.</summary>
    public static byte[] Body(Uri topic, PushText push) => JsonBody.Write(json =>
    {
        json.WriteString("topic", Topic(topic));
        json.WriteString("title", push.Title);
        json.WriteString("message", push.Body);
        json.WriteNumber("priority", push.IsUrgent ? Max : Usual);
        json.WriteStartArray("tags");
        json.WriteStringValue(push.IsUrgent ? "rotating_light" : "warning");
        json.WriteEndArray();
        if (push.Link is { } link)
        {
            json.WriteString("click", link.AbsoluteUri);
            json.WriteStartArray("actions");
            json.WriteStartObject();
            json.WriteString("action", "view");
            json.WriteString("label", "Acknowledge");
            json.WriteString("url", link.AbsoluteUri);
            json.WriteEndObject();
            json.WriteEndArray();
        }
    });

    /// <summary>The answer to a message that was taken is the message with its id.</summary>
    public static bool Took(string? body) => JsonBody.Field(body, "id") is not null;
}
