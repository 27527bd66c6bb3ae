using Incidents.Application.Configuration;
using Incidents.Application.LinkPages.Pages;
using Incidents.Application.Links;
using Incidents.Application.Slack.Inbound;
using Incidents.Application.Store;
using Incidents.Application.TestPages;

namespace Incidents.Application.LinkPages;

/// <summary>HTTP in front of <see cref="OpenLink"/>: GET and HEAD show, POST acts, anything else is refused.</summary>
/// <remarks>No token against forged forms is needed: a sender of the form has to know the secret address. A page of another site that knows it may not post all the same.</remarks>
public sealed class AnswerLink(OpenLink links, ConfirmReceipt receipts)
{
    /// <summary>Largest form read, in bytes; ours have eighteen.</summary>
    public const int LargestBody = 4 * 1024;

    private const string FormType = "application/x-www-form-urlencoded";

    /// <summary>Answers with a page, whatever was sent.</summary>
    public async Task<LinkResponse> Handle(LinkRequest request, CancellationToken cancellation)
    {
        try
        {
            return request.Method switch
            {
                "GET" or "HEAD" => await links.Show(request.Token, cancellation) is { } view ? Page(view) : Page(await receipts.Show(request.Token, cancellation)),
                "POST" => await Act(request, cancellation),
                _ => WithAllow(new LinkResponse(405, NoticePage.NotUnderstood)),
            };
        }
        catch (Exception outage) when (outage is StoreUnavailableException or InvalidConfigurationException)
        {
            return new LinkResponse(503, NoticePage.NotNow);
        }
    }

    private async Task<LinkResponse> Act(LinkRequest request, CancellationToken cancellation)
    {
        if (request.IsFromAnotherSite)
        {
            return new LinkResponse(403, NoticePage.NotUnderstood);
        }

        if (request.Body is { Length: > LargestBody })
        {
            return new LinkResponse(413, NoticePage.NotUnderstood);
        }

        if (!string.Equals(request.ContentType?.Split(';')[0].Trim(), FormType, StringComparison.OrdinalIgnoreCase))
        {
            return new LinkResponse(415, NoticePage.NotUnderstood);
        }

        return FormFields.Values(request.Body is { } form ? form.Span : [], "action") switch
        {
            ["acknowledge"] => Page(await links.Act(request.Token, LinkAction.Acknowledge, cancellation)),
            ["acknowledge-all"] => Page(await links.Act(request.Token, LinkAction.AcknowledgeAll, cancellation)),
            ["escalate"] => Page(await links.Act(request.Token, LinkAction.Escalate, cancellation)),
            ["received"] => Page(await receipts.Confirm(request.Token, alsoCall: false, cancellation)),
            ["received-loud"] => Page(await receipts.Confirm(request.Token, alsoCall: false, wasLoud: true, cancellation)),
            ["received-silent"] => Page(await receipts.Confirm(request.Token, alsoCall: false, wasLoud: false, cancellation)),
            ["received-call"] => Page(await receipts.Confirm(request.Token, alsoCall: true, cancellation)),
            _ => new LinkResponse(400, NoticePage.NotUnderstood),
        };
    }

    private static LinkResponse Page(LinkView? view) => view is null ? new LinkResponse(404, NoticePage.NoSuchLink) : new LinkResponse(200, LinkPage.Of(view));

    private static LinkResponse Page(ReceiptView? view) => view is null ? new LinkResponse(404, NoticePage.NoSuchLink) : new LinkResponse(200, ReceiptPage.Of(view));

    private static LinkResponse WithAllow(LinkResponse response) =>
        response with { Headers = new Dictionary<string, string>(response.Headers) { ["allow"] = "GET, HEAD, POST" } };
}
