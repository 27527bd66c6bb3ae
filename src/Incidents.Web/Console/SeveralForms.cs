using Incidents.Application.Actions;
using Incidents.Application.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Web.Layout;
using Incidents.Web.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Incidents.Web.Console;

/// <summary>What the list does to all that it shows. What was begun runs to its end, though the browser may have gone.</summary>
internal static class SeveralForms
{
    /// <summary>Where the form goes.</summary>
    public const string Acknowledging = "/incidents/acknowledge";

    /// <summary>The field that names the incidents, with blanks between them.</summary>
    public const string Numbers = "numbers";

    private const int MostTold = 20;

    public static async Task<Results<RedirectHttpResult, RazorComponentResult<MessagePage>>> Acknowledge(HttpContext context, WebSettings settings, ActOnSeveral several, IOnCallConfigurationProvider configuration)
    {
        var numbers = new List<IncidentNumber>();
        foreach (var text in context.Request.Form[Numbers].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IncidentNumber.TryParse(text, out var number))
            {
                return Pages.BadRequest("The form names something that is no incident. Nothing was changed.");
            }

            numbers.Add(number);
        }

        if (numbers.Count is 0 or > ActOnSeveral.MostOfMine)
        {
            return Pages.BadRequest($"The form names {numbers.Count} incidents; 1 to {ActOnSeveral.MostOfMine} are taken at once. Nothing was changed.");
        }

        var results = await several.Acknowledge(numbers, ConsoleActor.Of(context, settings, await configuration.CurrentOrNone(CancellationToken.None)), CancellationToken.None);
        var refused = results.Where(result => result.Problem is not null).ToList();
        return refused.Count == 0 ? TypedResults.LocalRedirect("/") : Pages.Show<MessagePage>(Refused(results.Count, refused), StatusCodes.Status409Conflict);
    }

    private static Message Refused(int all, List<SeveralResult> refused)
    {
        var told = string.Join("; ", refused.Take(MostTold).Select(result => $"{result.Number}: {result.Problem}"));
        var more = refused.Count > MostTold ? $"; and {refused.Count - MostTold} more" : "";
        return new Message($"{all - refused.Count} of {all} were acknowledged", $"Not changed: {told}{more}.");
    }
}
