namespace Incidents.Application.Reconcile;

/// <summary>What one run of reconciling found and mended.</summary>
public sealed record Repairs
{
    /// <summary>Before a run.</summary>
    public static Repairs None { get; } = new();

    /// <summary>Open incidents that nothing would ever have happened to again.</summary>
    public int WithoutDue { get; init; }

    /// <summary>Incidents with something minutes overdue; the sweep was sent to them.</summary>
    public int Overdue { get; init; }

    /// <summary>Pages among those that a process claimed and never settled.</summary>
    public int PagesAbandoned { get; init; }

    /// <summary>Alarms that still named an incident that is over.</summary>
    public int StalePointers { get; init; }

    /// <summary>Alarms in ALARM whose message never arrived.</summary>
    public int MissedAlarms { get; init; }

    /// <summary>Alarms that were in ALARM before this installation knew of them; listed in one message, not paged.</summary>
    public int Adopted { get; init; }

    /// <summary>What could not be looked at or mended; the next run does it again.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <summary>Everything that was mended.</summary>
    public int Total => WithoutDue + Overdue + StalePointers + MissedAlarms + Adopted;

    /// <summary>For a log: the counts that are not zero; empty when there is nothing to say.</summary>
    public override string ToString() => string.Join(", ", new (int Count, string What)[]
    {
        (WithoutDue, "open incidents with nothing due"),
        (Overdue, "incidents overdue"),
        (PagesAbandoned, "pages abandoned by who sent them"),
        (StalePointers, "alarms that named an incident that is over"),
        (MissedAlarms, "alarms whose message never arrived"),
        (Adopted, "alarms that were in ALARM before"),
    }.Where(count => count.Count > 0).Select(count => $"{count.Count} {count.What}"));
}
