namespace Incidents.Cli.Coverage;

/// <summary>Whether an alarm that fires becomes an incident.</summary>
internal enum Wiring
{
    /// <summary>It publishes to the topic when it fires and when it recovers.</summary>
    Wired,

    /// <summary>It publishes to the topic when it fires and not when it recovers: the incident stays open until a person resolves it.</summary>
    NoRecovery,

    /// <summary>A composite that is wired asks for it.</summary>
    ByComposite,

    /// <summary>It names the topic, and its actions are switched off.</summary>
    ActionsOff,

    /// <summary>Neither it nor a wired composite sends to the topic.</summary>
    NotWired,

    /// <summary>It belongs to Application Auto Scaling and is no concern of people.</summary>
    LeftAlone,
}
