namespace Incidents.Application.Alarms;

/// <summary>Things other than alarms that arrive on alarm topics.</summary>
public enum NoteKind
{
    /// <summary>Prose published on the topic.</summary>
    PlainText,

    /// <summary>JSON of an unknown form.</summary>
    UnknownJson,

    /// <summary>An EventBridge event of an unknown kind.</summary>
    UnknownEvent,

    /// <summary>AWS Budgets: spending crossed a line.</summary>
    Budget,

    /// <summary>A GuardDuty finding.</summary>
    GuardDuty,

    /// <summary>A finding that Security Hub gathered.</summary>
    SecurityHub,

    /// <summary>A backup, copy or restore job of AWS Backup.</summary>
    Backup,

    /// <summary>An RDS event: failover, storage, maintenance.</summary>
    Rds,

    /// <summary>A group of EC2 Auto Scaling started, stopped or failed to start an instance.</summary>
    AutoScaling,

    /// <summary>The custom notification schema of Amazon Q Developer in chat applications (AWS Chatbot).</summary>
    Chatbot,

    /// <summary>AWS Health: an event of the platform.</summary>
    Health,

    /// <summary>An alarm was created, changed or deleted.</summary>
    AlarmConfiguration,

    /// <summary>A deployment, pipeline or stack changed state.</summary>
    Deployment,

    /// <summary>A build ended.</summary>
    Build,

    /// <summary>An image was scanned.</summary>
    Scan,

    /// <summary>A task of ECS stopped, or its service cannot start one.</summary>
    Task,

    /// <summary>S3: something happened to objects of a bucket.</summary>
    S3,

    /// <summary>AWS Cost Anomaly Detection: spending that was not expected.</summary>
    CostAnomaly,

    /// <summary>SNS asks whether a subscription is wanted.</summary>
    SubscriptionConfirmation,

    /// <summary>SNS says a subscription ended: alarms stop coming that way.</summary>
    UnsubscribeConfirmation,
}
