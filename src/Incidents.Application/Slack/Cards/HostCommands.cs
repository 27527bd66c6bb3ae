namespace Incidents.Application.Slack.Cards;

/// <summary>How the commands of this product are typed for the installation a message comes from, so that what it names works as it stands.</summary>
/// <param name="Program">What is typed first.</param>
/// <param name="Where">What names the installation, at the end; empty where nothing needs to.</param>
public sealed record HostCommands(string Program, string Where = "")
{
    /// <summary>Where nothing is known of the installation.</summary>
    public static HostCommands Plain { get; } = new("incidents");

    /// <summary>Commands for what `./incidents up` runs, typed where it was started.</summary>
    public static HostCommands OnThisMachine { get; } = new("./incidents");

    /// <summary>Commands for a stack in AWS.</summary>
    public static HostCommands OfStack(string stack) => new("incidents", $"--stack {stack}");

    /// <summary>The whole of a command, such as `incidents ack INC-1 --stack prod`.</summary>
    public string Of(string command) => Where.Length == 0 ? $"{Program} {command}" : $"{Program} {command} {Where}";
}
