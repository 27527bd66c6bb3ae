using System.CommandLine;

namespace Incidents.Cli.Connections;

/// <summary>Options that mean the same wherever they appear.</summary>
internal static class Options
{
    public static Option<DirectoryInfo> Data() => new("--data")
    {
        Description = "Where incidents and keys are kept",
        DefaultValueFactory = _ => new DirectoryInfo(".data"),
    };

    public static Option<DirectoryInfo> Config() => new("--config")
    {
        Description = "The on-call configuration",
        DefaultValueFactory = _ => new DirectoryInfo("config"),
    };

    public static Option<DirectoryInfo> Runbooks() => new("--runbooks")
    {
        Description = "The runbooks",
        DefaultValueFactory = _ => new DirectoryInfo("runbooks"),
    };

    /// <summary>Who acts.</summary>
    public static WhoActs By() => new();

    /// <summary>Who moves a configuration that no incident manager answers for: no person of it is asked for, and a pipeline is one too.</summary>
    public static Option<string> Pusher() => new("--as")
    {
        Description = "Who pushes, for the record (else INCIDENTS_USER, else your login)",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("INCIDENTS_USER") ?? Environment.UserName,
    };

    public static Argument<string> Number() => new("number") { Description = "The incident, INC-1 or 1" };
}
