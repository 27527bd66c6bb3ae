using Incidents.Application.Actions;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Web.Layout;
using Incidents.Web.Lists;
using Incidents.Web.Words;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult,
    Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<Incidents.Web.Console.IncidentPage>,
    Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<Incidents.Web.Layout.MessagePage>>;

namespace Incidents.Web.Console;

/// <summary>The forms by which a response is directed.</summary>
internal static class DirectingForms
{
    public static Task<Answer> Escalate(ConsoleForm form, EscalateIncident escalate) =>
        form.Handle([], (number, by) => escalate.Handle(number, by, CancellationToken.None));

    public static Task<Answer> Reassign(ConsoleForm form, ReassignIncident reassign) =>
        form.Handle(["to"], (number, by) => reassign.Handle(number, by, form["to"], CancellationToken.None));

    /// <summary>The button of the page asks first; the answer to that is the form again, without the question.</summary>
    public static Task<Answer> PageMore(ConsoleForm form, PageAlso page) => form["ask"] == "true"
        ? form.AskToPage(record => page.Whom(record, form["to"], CancellationToken.None))
        : form.Handle(["to"], (number, by) => page.Handle(number, by, form["to"], CancellationToken.None));

    public static async Task<Answer> Grade(ConsoleForm form, ChangeSeverity change) =>
        Severities.Read(form["severity"]) is { } severity
            ? await form.Handle(["severity", "why"], (number, by) => change.Handle(number, by, severity, form["why"] is { Length: > 0 } why ? why : null, CancellationToken.None))
            : Pages.BadRequest("The form's severity is none of Sev1, Sev2, Sev3 and Sev4. Nothing was changed.");

    public static Task<Answer> Entitle(ConsoleForm form, EntitleIncident entitle) =>
        form.Handle(["title"], (number, by) => entitle.Handle(number, by, form["title"], CancellationToken.None));

    public static async Task<Answer> Assign(ConsoleForm form, AssignRole assign) =>
        Names.Read<ResponseRole>(form["role"]) is { } role
            ? await form.Handle(["role", "person"], (number, by) => assign.Handle(number, by, role, new PersonId(form["person"]), CancellationToken.None))
            : Pages.BadRequest("The form's role is neither commander nor scribe. Nothing was changed.");

    public static async Task<Answer> Link(ConsoleForm form, LinkIncidents link) =>
        IncidentNumber.TryParse(form["to"].Trim(), out var other)
            ? await form.Handle(["to"], (number, by) => link.Handle(number, other, by, CancellationToken.None))
            : NoNumber();

    public static async Task<Answer> Merge(ConsoleForm form, MergeIncidents merge) =>
        IncidentNumber.TryParse(form["into"].Trim(), out var into)
            ? await form.Handle(["into"], (number, by) => merge.Handle(number, into, by, CancellationToken.None))
            : NoNumber();

    private static Answer NoNumber() => Pages.BadRequest("The other incident is named by its number, such as INC-142. Nothing was changed.");
}
