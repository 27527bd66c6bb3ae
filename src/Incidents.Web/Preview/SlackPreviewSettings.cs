using Incidents.Application.Slack;
using Incidents.Application.Slack.Inbound;

namespace Incidents.Web.Preview;

/// <summary>What presses in the preview need.</summary>
/// <param name="Origin">Where this process listens, such as `http://127.0.0.1:8080`; called on each press.</param>
/// <param name="Secret">What presses are signed with: the secret the interactions endpoint verifies by.</param>
/// <param name="Deliver">Posts a signed press to that endpoint.</param>
public sealed record SlackPreviewSettings(Func<Uri> Origin, SlackSigningSecret Secret, DeliverInteraction Deliver)
{
    /// <summary>The workspace presses come from where the configuration names none; null for one of the preview's own.</summary>
    public string? Team { get; init; }
}
