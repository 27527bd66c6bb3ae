using Incidents.Configuration.Files;
using Incidents.Domain.Configuration;
using NodaTime;

namespace Incidents.Configuration.Loading;

/// <summary>A directory whose `*.yaml` and `*.yml` files, those in directories below it included, are one configuration.</summary>
/// <param name="path">As the user typed it: problems name files by it.</param>
public sealed class ConfigurationDirectory(string path)
{
    private const int MostFiles = 500;

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, MaxRecursionDepth = 8, IgnoreInaccessible = false };

    /// <summary>The path, as it was given.</summary>
    public string Path { get; } = path;

    /// <summary>Reads all files. What cannot be read is a problem like any other.</summary>
    /// <param name="now">Gaps in schedules are looked for from here.</param>
    public ConfigurationResult Load(Instant now) => Load(now, out _);

    /// <summary>The same, with the files as they are; none when they cannot be read.</summary>
    public ConfigurationResult Load(Instant now, out IReadOnlyList<ConfigurationFile> read)
    {
        read = [];
        try
        {
            var files = List();
            return files.Length switch
            {
                0 => Refused(Path, "There is no .yaml file in this directory. Write one, or let `incidents init` write it."),
                > MostFiles => Refused(Path, $"There are more than {MostFiles} .yaml files in this directory. Is it the right one?"),
                _ => ConfigurationLoader.Load(read = [.. files.Select(Read)], Path, now),
            };
        }
        catch (DirectoryNotFoundException)
        {
            return Refused(Path, "There is no such directory. Name the one that holds the configuration, or let `incidents init` write it.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Refused(Path, $"The files cannot be read. {e.Message}");
        }
    }

    /// <summary>Changes whenever a file is added, removed, renamed or written. Costs no reading.</summary>
    internal string Fingerprint()
    {
        try
        {
            return string.Join('\n', List().Select(file => $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return e.Message;
        }
    }

    private FileInfo[] List() =>
    [
        .. new DirectoryInfo(Path)
            .EnumerateFiles("*", Everything)
            .Where(file => file.Extension is ".yaml" or ".yml" && !file.Name.StartsWith('.'))
            .OrderBy(file => file.FullName, StringComparer.Ordinal)
            .Take(MostFiles + 1),
    ];

    private ConfigurationFile Read(FileInfo file)
    {
        var name = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(Path, file.FullName));
        using var stream = file.OpenRead();
        var content = new byte[Math.Min(stream.Length, ConfigurationLoader.MostBytes + 1)];
        stream.ReadExactly(content);
        return new ConfigurationFile(name, content);
    }

    private static ConfigurationResult.Invalid Refused(string place, string message) =>
        new([new ConfigurationProblem(Place.StartOf(place), message)]);
}
