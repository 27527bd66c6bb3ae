using Incidents.Application.Alarms;
using Incidents.Application.Alarms.Sns;

namespace Incidents.Application.Refusals;

/// <summary>What a request or message was refused for, as <see cref="RefusalCounts"/> counts it.</summary>
public enum RefusedFor
{
    /// <summary>Its form: method, size or type.</summary>
    Form,

    /// <summary>Its signature, or the time of it.</summary>
    Signature,

    /// <summary>The workspace or organisation in Slack.</summary>
    Team,

    /// <summary>The app in Slack.</summary>
    App,

    /// <summary>The person.</summary>
    User,

    /// <summary>The SNS topic.</summary>
    Topic,

    /// <summary>The AWS account or region.</summary>
    Account,

    /// <summary>The key of the API.</summary>
    Key,
}

/// <summary>Under which reason each refusal counts.</summary>
public static class RefusalReasons
{
    /// <summary>The kind counted for a refused delivery over HTTP.</summary>
    public static RefusedFor Kind(this SnsRefusal refusal) => refusal switch
    {
        SnsRefusal.TooLarge or SnsRefusal.ContentType or SnsRefusal.RawDelivery or SnsRefusal.NotAnEnvelope or SnsRefusal.HeadersDisagree => RefusedFor.Form,
        SnsRefusal.ForeignTopic => RefusedFor.Topic,
        _ => RefusedFor.Signature,
    };

    /// <summary>The kind counted for a refused message on the alarm topic.</summary>
    public static RefusedFor Kind(this SourceRefusal refusal) => refusal == SourceRefusal.ForeignTopic ? RefusedFor.Topic : RefusedFor.Account;
}
