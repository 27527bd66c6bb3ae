namespace Incidents.Application.Runbooks;

/// <summary>Collects what is wrong with one file.</summary>
internal sealed class RunbookReport(string fileName)
{
    private readonly List<RunbookProblem> problems = [];

    public void Error(int line, int column, string message) => problems.Add(new RunbookProblem(fileName, line, column, message));

    public void Warn(int line, int column, string message) => problems.Add(new RunbookProblem(fileName, line, column, message, IsWarning: true));

    public RunbookReading Refused() => new(null, InOrder());

    public RunbookReading Accepted(Runbook runbook) => new(problems.All(p => p.IsWarning) ? runbook : null, InOrder());

    private RunbookProblem[] InOrder() => [.. problems.OrderBy(p => p.Line).ThenBy(p => p.Column)];
}
