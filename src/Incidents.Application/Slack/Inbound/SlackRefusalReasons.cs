using Incidents.Application.Refusals;

namespace Incidents.Application.Slack.Inbound;

/// <summary>Under which reason each refusal of Slack's requests counts.</summary>
public static class SlackRefusalReasons
{
    /// <summary>The kind counted for a refused request to the Slack endpoint.</summary>
    public static RefusedFor Kind(this SlackRefusal refusal) => refusal switch
    {
        SlackRefusal.NotPost or SlackRefusal.TooLarge or SlackRefusal.NotAPlainForm or SlackRefusal.BrokenBase64 => RefusedFor.Form,
        _ => RefusedFor.Signature,
    };

    /// <summary>The kind counted for a refused press.</summary>
    public static RefusedFor Kind(this IdentityRefusal refusal) => refusal switch
    {
        IdentityRefusal.OtherWorkspace or IdentityRefusal.OtherEnterprise => RefusedFor.Team,
        IdentityRefusal.OtherApp => RefusedFor.App,
        _ => RefusedFor.User,
    };
}
