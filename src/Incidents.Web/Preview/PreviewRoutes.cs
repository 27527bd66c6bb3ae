using System.Globalization;
using Incidents.Application.Configuration;
using Incidents.Application.Time;
using Incidents.Domain.Configuration;
using Incidents.Web.Layout;
using Incidents.Web.Middleware;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Incidents.Web.Preview;

/// <summary>The preview's pages. For one machine: a host maps them when it listens on loopback alone.</summary>
public static class PreviewRoutes
{
    private const string Path = "/dev/slack";
    private const long LargestMessage = 256 * 1024;

    /// <summary>Maps the preview. The host adds <see cref="SlackPreview"/> and <see cref="SlackPreviewSettings"/>.</summary>
    public static RouteGroupBuilder MapSlackPreview(this IEndpointRouteBuilder routes)
    {
        var preview = routes.MapGroup(Path);
        preview.MapGet("/", Show);
        preview.MapGet("/messages", (SlackPreview slack) => TypedResults.Bytes(PreviewJson.Write(slack.Messages), "application/json"));
        preview.MapPost("/press", PressButton).AddEndpointFilter<FormGuard>();
        preview.MapPost("/respond/{token}", Respond);
        return preview;
    }

    private static async Task<RazorComponentResult<PreviewPage>> Show(
        string? channel, string? @as, string? answer, SlackPreview slack, IOnCallConfigurationProvider configuration, TimeProvider clock, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        return Pages.Show<PreviewPage>(PreviewModel.Of(slack.Messages, settings, channel, @as, answer, clock.Now()));
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<MessagePage>>> PressButton(
        HttpRequest request, SlackPreview slack, SlackPreviewSettings preview, IOnCallConfigurationProvider configuration, TimeProvider clock, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        var by = Presser.Among(settings).FirstOrDefault(presser => presser.SlackId == request.Form["as"]) ?? Presser.Passerby;
        int? whisper = request.Form.ContainsKey("whisper") ? Number(request, "whisper") : null;
        if (slack.Find(Number(request, "message")) is not { } message
            || PreviewModel.ButtonsOf(message, whisper).FirstOrDefault(b => b.Url is null && b.Block == Number(request, "block") && b.Element == Number(request, "element")) is not { } button
            || (button.Options.Count > 0 && Number(request, "option") is var chosen && (chosen < 0 || chosen >= button.Options.Count)))
        {
            return Pages.BadRequest("This button is no longer there: the message has changed. Go back and reload the page.");
        }

        var responseUrl = new Uri(preview.Origin(), $"{Path}/respond/{slack.OpenResponse(message, by.SlackId, whisper)}");
        var press = new PreviewInteraction(message, button, by, settings.Slack, responseUrl, clock.Now())
        {
            Option = button.Options.Count > 0 ? Number(request, "option") : null,
            Whisper = whisper,
            Team = preview.Team,
        };
        var form = press.ToForm();
        var timestamp = clock.Machine().Now().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var status = await preview.Deliver(new Uri(preview.Origin(), "/slack/interactions"), form, timestamp, preview.Secret.HeaderFor(timestamp, form), cancellation);
        var answer = status == 200 ? null : status?.ToString(CultureInfo.InvariantCulture) ?? "none";
        var address = QueryHelpers.AddQueryString(Path, new Dictionary<string, string?> { ["channel"] = message.Channel, ["as"] = by.SlackId, ["answer"] = answer });
        return TypedResults.LocalRedirect($"{address}#m{message.Id}");
    }

    /// <summary>Takes what Slack would take at a response_url, from this machine.</summary>
    private static async Task<ContentHttpResult> Respond(string token, HttpRequest request, SlackPreview slack)
    {
        var refusal = await slack.Respond(token, await BodyBytes.Read(request, LargestMessage));
        return refusal is null
            ? TypedResults.Text("ok")
            : TypedResults.Text(refusal, statusCode: refusal is "used_url" or "message_not_found" ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
    }

    private static int Number(HttpRequest request, string field) =>
        int.TryParse(request.Form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
