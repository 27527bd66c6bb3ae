using System.Runtime.InteropServices;

namespace Incidents.Adapters.CommandLine.Embedded;

/// <summary>Finds the embedded store's program among the npm packages of this checkout.</summary>
public static class DynoxideBinary
{
    /// <summary>Looks in `node_modules` of <paramref name="directory"/> and of every directory above it.</summary>
    /// <exception cref="FileNotFoundException">It is in none of them; the message says how to get it.</exception>
    public static string FindAbove(string directory)
    {
        var relative = Path.Combine("node_modules", "@dynoxide", Package, OperatingSystem.IsWindows() ? "dynoxide.exe" : "dynoxide");
        for (var at = new DirectoryInfo(directory); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, relative);
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new FileNotFoundException($"The embedded store (npm package @dynoxide/{Package}) is not installed in or above {directory}: run `npm ci` at the root of the repository.");
    }

    private static string Package
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
            var processor = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64";
            return $"{system}-{processor}";
        }
    }
}
