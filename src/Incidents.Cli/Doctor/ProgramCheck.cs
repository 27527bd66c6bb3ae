using Incidents.Adapters.CommandLine.Embedded;

namespace Incidents.Cli.Doctor;

/// <summary>Whether what `up` starts is there.</summary>
internal static class ProgramCheck
{
    public static IEnumerable<Finding> Look(string? path)
    {
        Finding store;
        try
        {
            store = new Finding(Level.Good, $"embedded store: {DynoxideBinary.FindAbove(AppContext.BaseDirectory)}");
        }
        catch (FileNotFoundException missing)
        {
            store = new Finding(Level.Error, missing.Message);
        }

        var node = OperatingSystem.IsWindows() ? "node.exe" : "node";
        var found = (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, node)));
        Finding[] open = DynoxideServer.IsHidden ? [] :
        [
            new Finding(
                Level.Warning,
                "while `up` runs, a web page that is open on this machine could read and change its store: on this system that listens on 127.0.0.1 and answers pages of any origin",
                "run `up` on Linux (a container or WSL will do), or open no untrusted page meanwhile"),
        ];
        return [store, .. open, found ? new Finding(Level.Good, "Node.js is on the path") : new Finding(Level.Warning, "Node.js is not on the path: the embedded store cannot be installed anew", "install Node.js 20 or later (https://nodejs.org)")];
    }
}
