namespace Incidents.Application.LinkPages.Pages;

/// <summary>What all pages of links have around them.</summary>
internal static class Document
{
    /// <summary>The header says no-referrer, under which browsers hide the origin even of our own form; this sends it to our own origin only.</summary>
    private static readonly string Head = $"""
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="same-origin">
        <meta name="format-detection" content="telephone=no, date=no, address=no">
        <style>{LinkStyle.Css.ReplaceLineEndings("\n")}</style>
        """;

    public static string Around(string title, Html body) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        {Html.Of($"<title>{title}</title>")}
        {Head}
        </head>
        <body>
        <main>
        {body}
        </main>
        </body>
        </html>
        """;
}
