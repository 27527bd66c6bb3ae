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

    /// <summary>Who moves a configuration.</summary>
    public static PusherOption Pusher() => new();

    public static Argument<string> Number() => new("number") { Description = "The incident, INC-1 or 1" };
}
