namespace Incidents.Application.Alarms;

/// <summary>Things other than alarms that arrive on alarm topics.</summary>
public enum NoteKind
{
    /// <summary>Prose somebody published.</summary>
    PlainText,

    /// <summary>JSON of a shape nobody here knows.</summary>
    UnknownJson,

    /// <summary>An EventBridge event of a kind nobody here knows.</summary>
    UnknownEvent,

    /// <summary>AWS Budgets: spending crossed a line.</summary>
    Budget,

    /// <summary>A GuardDuty finding.</summary>
    GuardDuty,

    /// <summary>An RDS event: failover, storage, maintenance.</summary>
    Rds,

    /// <summary>A group of EC2 Auto Scaling started, stopped or failed to start an instance.</summary>
    AutoScaling,

    /// <summary>The custom notification schema of Amazon Q Developer in chat applications (AWS Chatbot).</summary>
    Chatbot,

    /// <summary>AWS Health: an event of the platform.</summary>
    Health,

    /// <summary>Somebody created, changed or deleted an alarm.</summary>
    AlarmConfiguration,

    /// <summary>A deployment, pipeline or stack changed state.</summary>
    Deployment,

    /// <summary>SNS asks whether a subscription is wanted.</summary>
    SubscriptionConfirmation,

    /// <summary>SNS says a subscription ended: alarms stop coming that way.</summary>
    UnsubscribeConfirmation,
}
