namespace Incidents.Application.Links;

/// <summary>All that a link can do to its incident.</summary>
public enum LinkAction
{
    /// <summary>The person takes it.</summary>
    Acknowledge,

    /// <summary>Acknowledges every incident of the message that is not acknowledged yet.</summary>
    AcknowledgeAll,

    /// <summary>The next step of the policy is paged now.</summary>
    Escalate,
}
