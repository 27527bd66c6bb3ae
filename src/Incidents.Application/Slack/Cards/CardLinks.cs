using Incidents.Domain.Incidents;

namespace Incidents.Application.Slack.Cards;

/// <summary>What a card can lead to. Buttons and links that cannot work are not shown.</summary>
/// <param name="Stack">Name of this installation, written into every button.</param>
/// <param name="PublicUrl">Where Slack and people reach this installation; null when that has not been proved.</param>
/// <param name="ServesConsole">Whether the console answers there too; where only Slack's presses do, there is nothing to link to.</param>
public sealed record CardLinks(string Stack, Uri? PublicUrl, bool ServesConsole = true)
{
    /// <summary>How commands are typed for this installation.</summary>
    public HostCommands Commands { get; init; } = HostCommands.Plain;

    /// <summary>The incident's page; null when no public URL is known.</summary>
    public Uri? IncidentPage(IncidentNumber number) => Page($"incidents/{number}");

    /// <summary>The runbook, filled in for this incident, on the incident's page.</summary>
    public Uri? RunbookPage(IncidentNumber number, string runbook) => Page($"incidents/{number}#runbook-{Uri.EscapeDataString(runbook)}");

    private Uri? Page(string path) => PublicUrl is null || !ServesConsole ? null : new Uri(new Uri(PublicUrl.AbsoluteUri.TrimEnd('/') + "/"), path);
}
