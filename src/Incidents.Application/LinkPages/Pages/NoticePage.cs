namespace Incidents.Application.LinkPages.Pages;

/// <summary>The pages that have no incident to show. Each names another way: their reader was woken.</summary>
internal static class NoticePage
{
    /// <summary>The same for links that expired, that never were, and that are damaged: it does not reveal which tokens exist.</summary>
    public static string NoSuchLink { get; } = Page(
        "This link does not work",
        "Links work for 24 hours and only as a whole: if this one is younger, check that nothing of it was cut off.",
        OtherWays);

    public static string NotNow { get; } = Page(
        "Incidents does not answer",
        "Try again in a few seconds. What you pressed may or may not have been done; pressing again does no harm.",
        OtherWays);

    public static string NotUnderstood { get; } = Page("This was not understood", "Nothing was changed. Open the link again and press the button there.", OtherWays);

    public static string TooMany { get; } = Page("Too many wrong links", "Nothing was changed. Wait a minute, then open the link again.", OtherWays);

    private static Html OtherWays => Html.Of($"""
        <p>To acknowledge in another way, press <b>Acknowledge</b> on the incident's card in Slack, or on a computer:</p>
        <p><code>incidents list</code><br><code>incidents ack INC-1</code></p>
        """);

    private static string Page(string title, string text, Html more) => Document.Around(title, Html.Of($"<h1>{title}</h1>\n<p>{text}</p>\n{more}"));
}
