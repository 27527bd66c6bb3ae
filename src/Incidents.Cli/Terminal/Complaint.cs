namespace Incidents.Cli.Terminal;

/// <summary>One line on standard error, and the exit code that goes with it.</summary>
internal static class Complaint
{
    /// <summary>It was refused, or what is named does not exist.</summary>
    public static int Refused(CommandHost host, string problem) => Say(host, problem, ExitCode.Refused);

    /// <summary>What was typed makes no sense; the line says what would.</summary>
    public static int Usage(CommandHost host, string problem) => Say(host, problem, ExitCode.Usage);

    /// <summary>Nothing answers.</summary>
    public static int NoAnswer(CommandHost host, string problem) => Say(host, problem, ExitCode.NoAnswer);

    /// <summary>What a user should know beside the answer; it changes no exit code.</summary>
    public static void Remark(CommandHost host, string remark) => Say(host, remark, ExitCode.Done);

    private static int Say(CommandHost host, string problem, int code)
    {
        host.Complain($"incidents: {VisibleText.OneLine(problem)}");
        return code;
    }
}
