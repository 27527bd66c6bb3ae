namespace Incidents.Application.Links.Pages;

/// <summary>What all pages of links have around them.</summary>
internal static class Document
{
    private static readonly string Head = $"""
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
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
