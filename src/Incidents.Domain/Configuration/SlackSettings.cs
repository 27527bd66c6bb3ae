using Incidents.Domain.People;
using Incidents.Domain.Services;

namespace Incidents.Domain.Configuration;

/// <summary>The Slack workspace, without its secrets.</summary>
public sealed record SlackSettings
{
    private const string Default = "default";

    /// <summary>Channel name to the name of the secret that holds its webhook URL. Each webhook is bound to its channel.</summary>
    public IReadOnlyDictionary<string, string> Webhooks { get; init; } = new Dictionary<string, string>();

    /// <summary>Only requests of this workspace are taken; null means the signature alone decides.</summary>
    public string? TeamId { get; init; }

    /// <summary>Only requests of this app are taken; null means the signature alone decides.</summary>
    public string? AppId { get; init; }

    /// <summary>Only requests of this Enterprise Grid organisation are taken; null outside one.</summary>
    public string? EnterpriseId { get; init; }

    /// <summary>Who may resolve, snooze and reassign; anybody in the workspace may acknowledge.</summary>
    public IReadOnlySet<PersonId> Responders { get; init; } = new HashSet<PersonId>();

    /// <summary>The channel of all services in shadow mode; null means that each keeps its own.</summary>
    public TeamChannel? ShadowChannel { get; init; }

    /// <summary>The channel of services that name none: `default`, else the first there is.</summary>
    public TeamChannel UsualChannel => new(ChannelKind.Slack, Webhooks.ContainsKey(Default) ? Default : Webhooks.Keys.FirstOrDefault() ?? Default);
}
