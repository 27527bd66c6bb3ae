namespace Incidents.Application.Slack.Inbound;

/// <summary>Decides, at every click anew, whether the person behind it may do what the button says.</summary>
public static class SlackIdentity
{
    /// <summary>Null when they may; the reason when not, shown to the clicker alone and kept for audit.</summary>
    /// <param name="app">What is known of our own installation.</param>
    /// <param name="sender">The ids Slack signed.</param>
    /// <param name="user">What is known of the person.</param>
    /// <param name="action">What they want to do.</param>
    public static IdentityRefusal? Authorize(InstalledSlackApp app, SlackSender sender, SlackUser user, CardAction action)
    {
        if (Differs(app.TeamId, sender.TeamId) || IsOfNoTeam(app, sender))
        {
            return IdentityRefusal.OtherWorkspace;
        }

        if (Differs(app.AppId, sender.AppId))
        {
            return IdentityRefusal.OtherApp;
        }

        if (Differs(app.EnterpriseId, sender.EnterpriseId))
        {
            return IdentityRefusal.OtherEnterprise;
        }

        return Authorize(app, sender, user) ?? (action.NeedsResponder() && !user.IsResponder ? IdentityRefusal.NotAResponder : null);
    }

    private static IdentityRefusal? Authorize(InstalledSlackApp app, SlackSender sender, SlackUser user) => user.Kind switch
    {
        SlackUserKind.Deactivated => IdentityRefusal.Deactivated,
        SlackUserKind.Bot => IdentityRefusal.Bot,
        SlackUserKind.Guest => IdentityRefusal.Guest,
        SlackUserKind.Stranger => IdentityRefusal.Stranger,
        _ when sender.UserTeamId is { } home && Differs(app.TeamId ?? sender.TeamId, home) => IdentityRefusal.Stranger,
        _ => null,
    };

    /// <summary>A press without workspace is one of an app that a whole organisation has installed: foreign, unless that organisation is known to be ours and no workspace is.</summary>
    private static bool IsOfNoTeam(InstalledSlackApp app, SlackSender sender) =>
        sender.HasNoTeam && !(app is { TeamId: null, EnterpriseId: { } ours } && ours == sender.EnterpriseId);

    private static bool Differs(string? ours, string? theirs) => ours is not null && ours != theirs;
}

/// <summary>Our own installation in Slack. An id that is null is not known and so not compared: the signature alone vouches for it.</summary>
/// <remarks>
/// Webhook mode has no call to ask Slack for these. The workspace stands in the webhook's address (<see cref="WebhookUrl.TeamId"/>);
/// the others come from the configuration, or from the first signed click by <see cref="LearnFrom"/>.
/// </remarks>
public sealed record InstalledSlackApp(string? TeamId, string? AppId, string? EnterpriseId)
{
    /// <summary>Nothing known yet.</summary>
    public static InstalledSlackApp Unknown { get; } = new(null, null, null);

    /// <summary>This installation with the gaps filled from a signed interaction.</summary>
    public InstalledSlackApp LearnFrom(SlackSender sender) =>
        new(TeamId ?? sender.TeamId, AppId ?? sender.AppId, EnterpriseId ?? sender.EnterpriseId);
}

/// <summary>What is known of the person who clicked.</summary>
/// <param name="Kind">Their standing in the workspace.</param>
/// <param name="IsResponder">Whether the configuration lists them among the people.</param>
public sealed record SlackUser(SlackUserKind Kind, bool IsResponder);

/// <summary>Standing of a person in a Slack workspace.</summary>
public enum SlackUserKind
{
    /// <summary>Unknown, because webhook mode cannot ask Slack. Taken for a full member of the workspace the signed ids name.</summary>
    NotTold,

    /// <summary>A full member.</summary>
    Member,

    /// <summary>A single- or multi-channel guest.</summary>
    Guest,

    /// <summary>A bot user.</summary>
    Bot,

    /// <summary>A user of another organisation, over Slack Connect.</summary>
    Stranger,

    /// <summary>A responder who has left, in Slack or in the configuration.</summary>
    Deactivated,
}

/// <summary>Why a signed click is not obeyed.</summary>
public enum IdentityRefusal
{
    /// <summary>Another workspace than the app's.</summary>
    OtherWorkspace,

    /// <summary>A button of another app.</summary>
    OtherApp,

    /// <summary>Another organisation than the app's.</summary>
    OtherEnterprise,

    /// <summary>The person has left.</summary>
    Deactivated,

    /// <summary>Not a person.</summary>
    Bot,

    /// <summary>A guest of the workspace.</summary>
    Guest,

    /// <summary>Here over Slack Connect only.</summary>
    Stranger,

    /// <summary>Only responders may do this.</summary>
    NotAResponder,
}
