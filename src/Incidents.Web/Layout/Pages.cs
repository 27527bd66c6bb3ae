using Incidents.Web.Console;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace Incidents.Web.Layout;

/// <summary>Answers that are pages.</summary>
internal static class Pages
{
    /// <summary>A component whose whole input is its model.</summary>
    public static RazorComponentResult<TPage> Show<TPage>(object model, int status = 200)
        where TPage : IComponent => new(new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status, PreventStreamingRendering = true };

    public static RazorComponentResult<MessagePage> NotFound() => Status(404, detail: null);

    public static RazorComponentResult<MessagePage> Forbidden() => Status(403, detail: null);

    public static RazorComponentResult<MessagePage> BadRequest(string detail) => Status(400, detail);

    /// <summary>What the status means to a person.</summary>
    /// <param name="detail">More about this very failure; null when there is nothing to say.</param>
    public static RazorComponentResult<MessagePage> Status(int status, string? detail) => Show<MessagePage>(
        status switch
        {
            400 => new Message("That request makes no sense", detail ?? "Something in the address or the form is not as this page writes it."),
            403 => new Message("Nothing was changed", "The form did not come from a page of this console, or the page was open for too long. Go back, reload the page and try again."),
            404 => new Message("There is nothing here", "The address may be mistyped, or the incident may belong to another installation."),
            405 => new Message("This address takes no such request", "Use the buttons of the incident's page."),
            413 => new Message("That was too long", "Nothing was changed. Shorten the text and try again."),
            503 => new Message("The incidents cannot be read right now", detail ?? "Try again in a moment.") { IsBlind = true },
            _ => new Message(ReasonPhrases.GetReasonPhrase(status), detail ?? "Something went wrong here. It is in the log."),
        },
        status);
}

/// <summary>A page that is one message.</summary>
public sealed record Message(string Title, string Text)
{
    /// <summary>Whether the store cannot be read; the page then says so, since an empty list would read as "all clear".</summary>
    public bool IsBlind { get; init; }
}
