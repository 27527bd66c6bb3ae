namespace Incidents.Application.Runbooks;

/// <summary>Something wrong with a runbook file, in words for its author.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
/// <param name="IsWarning">The runbook can be used all the same.</param>
public sealed record RunbookProblem(string File, int Line, int Column, string Message, bool IsWarning = false)
{
    /// <inheritdoc />
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}

/// <summary>What came of reading one runbook file.</summary>
/// <param name="Runbook">Null when a problem is more than a warning.</param>
/// <param name="Problems">In the order of the file.</param>
public sealed record RunbookReading(Runbook? Runbook, IReadOnlyList<RunbookProblem> Problems);
