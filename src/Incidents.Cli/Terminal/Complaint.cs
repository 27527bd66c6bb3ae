namespace Incidents.Cli.Terminal;

/// <summary>One line on standard error, and the exit code that goes with it.</summary>
internal static class Complaint
{
    /// <summary>It was refused, or what is named does not exist.</summary>
    public static int Refused(string problem) => Say(problem, ExitCode.Refused);

    /// <summary>What was typed makes no sense; the line says what would.</summary>
    public static int Usage(string problem) => Say(problem, ExitCode.Usage);

    /// <summary>Nothing answers.</summary>
    public static int NoAnswer(string problem) => Say(problem, ExitCode.NoAnswer);

    /// <summary>What a user should know beside the answer; it changes no exit code.</summary>
    public static void Remark(string remark) => Say(remark, ExitCode.Done);

    private static int Say(string problem, int code)
    {
        Console.Error.WriteLine($"incidents: {VisibleText.OneLine(problem)}");
        return code;
    }
}
