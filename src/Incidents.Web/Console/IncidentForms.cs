using Incidents.Application.Actions;
using Incidents.Domain;
using Incidents.Web.Layout;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult,
    Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<Incidents.Web.Console.IncidentPage>,
    Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<Incidents.Web.Layout.MessagePage>>;

namespace Incidents.Web.Console;

/// <summary>What the forms of an incident's page do. What was begun runs to its end, though the browser may have gone.</summary>
internal static class IncidentForms
{
    public static async Task<Answer> Acknowledge(ConsoleForm form, AcknowledgeIncident acknowledge) =>
        form["for"] is { Length: > 0 } word && StayOn.Find(word) is null
            ? Pages.BadRequest($"The form's \"for\" {StayOn.Advice}. Nothing was changed.")
            : await form.Handle(["for"], (number, by) => acknowledge.Handle(number, by, CancellationToken.None, StayOn.Find(form["for"])?.Length));

    /// <summary>Keeps, once per browser, which of the people uses it.</summary>
    public static Task<Answer> WhoAmI(ConsoleForm form) => form.Keep(form["person"]);

    public static Task<Answer> GiveBack(ConsoleForm form, GiveBackIncident giveBack) =>
        form.Handle([], (number, by) => giveBack.Handle(number, by, CancellationToken.None));

    public static async Task<Answer> Resolve(ConsoleForm form, ResolveIncident resolve)
    {
        var note = form["note"] is { Length: > 0 } text ? text : null;
        var confirmed = form["confirm"] == "true";
        return form.Reason is { } reason
            ? await form.Handle(["reason", "note", "confirm"], (number, by) => resolve.Handle(number, by, reason, confirmed, note, CancellationToken.None))
            : Pages.BadRequest("The form's reason is none of fixed, false-alarm and duplicate. Nothing was changed.");
    }

    public static async Task<Answer> Reopen(ConsoleForm form, ReopenIncident reopen) =>
        form["why"].Trim() is { Length: > 0 } why
            ? await form.Handle(["why"], (number, by) => reopen.Handle(number, by, why, CancellationToken.None))
            : Pages.BadRequest("Say why it is not over. Nothing was changed.");

    public static Task<Answer> AddNote(ConsoleForm form, AddNote notes) =>
        form.Handle(["text"], (number, by) => notes.Handle(number, by, form["text"], CancellationToken.None));

    public static async Task<Answer> Snooze(ConsoleForm form, SnoozeIncident snooze) =>
        SnoozeUntil.Parse(form["until"]) is { } until
            ? await form.Handle(["until"], (number, by) => snooze.Handle(number, by, until, CancellationToken.None))
            : Pages.BadRequest($"That is no end of a snooze. {SnoozeUntil.Advice} Nothing was changed.");

    public static Task<Answer> Mitigate(ConsoleForm form, MitigateIncident mitigate) =>
        form.Handle([], (number, by) => mitigate.Handle(number, by, CancellationToken.None));
}
