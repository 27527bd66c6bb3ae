using Incidents.Application.Slack.Inbound;

namespace Incidents.Application.Slack;

/// <summary>What the clicker reads when a press is not obeyed. Says what to do instead; shown to the clicker only.</summary>
public static class RefusalWords
{
    /// <summary>Words for a button that cannot be obeyed.</summary>
    public static string ToClicker(this ButtonRefusal refusal) => refusal switch
    {
        ButtonRefusal.OtherStack => "This button belongs to another installation of Incidents. Press the button on a card of that one.",
        ButtonRefusal.NoSuchIncident => "This incident no longer exists. The list of incidents shows the ones that do.",
        _ => "This is an old button that no longer works. Use the newest card of the incident, or `incidents list`.",
    };

    /// <summary>Words for a person who may not do this.</summary>
    public static string ToClicker(this IdentityRefusal refusal) => refusal switch
    {
        IdentityRefusal.OtherWorkspace or IdentityRefusal.OtherApp or IdentityRefusal.OtherEnterprise =>
            "This button was pressed from a workspace that Incidents is not installed in. Nothing was changed.",
        IdentityRefusal.Deactivated => "Your account is deactivated here, so nothing was changed. Ask an admin if that is wrong.",
        IdentityRefusal.Bot => "Bots cannot act on incidents. Use the API.",
        IdentityRefusal.Guest => "Guests cannot act on incidents. Ask a full member of this workspace.",
        IdentityRefusal.Stranger => "People from other organisations cannot act on incidents. Ask a member of this workspace.",
        _ => "Only responders can do this; anybody may acknowledge. To become one, be added under `people` in the on-call configuration.",
    };
}
