namespace Incidents.Cli.Up;

/// <summary>Says of a data directory that cannot be had what is in the way: another `up`, a full disk, a read-only one or its permissions.</summary>
internal static class DiskProblem
{
    // errno of Linux and macOS; the low word of HRESULT on Windows.
    private static readonly int[] Taken = OperatingSystem.IsWindows() ? [32, 33] : OperatingSystem.IsMacOS() ? [35] : [11];
    private static readonly int[] Full = OperatingSystem.IsWindows() ? [112, 39] : OperatingSystem.IsMacOS() ? [28, 69] : [28, 122];
    private static readonly int[] ReadOnly = OperatingSystem.IsWindows() ? [19] : [30];

    /// <summary>What can be tried in its place is named, too.</summary>
    public static string Of(Exception failure, DataDirectory data) => failure switch
    {
        IOException taken when Is(taken, Taken) => $"{data.Path} is in use by another `incidents up`{(data.LastAt() is { } at ? $" (at {at})" : "")}: stop it, or name another folder with --data",
        IOException full when Is(full, Full) => $"the disk of {data.Path} is full: make room on it, or name a folder on another with --data",
        IOException fixedly when Is(fixedly, ReadOnly) => $"{data.Path} is on a read-only file system: mount it for writing, or name another folder with --data",
        UnauthorizedAccessException => $"{data.Path} cannot be written: mend its permissions, or name another folder with --data",
        _ => $"{data.Path} cannot be used: {failure.Message} Mend that, or name another folder with --data",
    };

    /// <summary>Tries the disk of a directory that is in use here.</summary>
    /// <returns>Null when it takes what it is given.</returns>
    public static string? Now(DataDirectory data)
    {
        try
        {
            data.Probe();
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Of(refused, data);
        }
    }

    private static bool Is(IOException failure, int[] codes) => codes.Contains(failure.HResult & 0xFFFF);
}
