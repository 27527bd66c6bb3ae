namespace Incidents.Tests;

/// <summary>Files of `tests/payloads`, by their path below it.</summary>
internal static class Payload
{
    public static string Text(string path) => File.ReadAllText(PathOf(path));

    public static string PathOf(string path) => Path.Combine(AppContext.BaseDirectory, "payloads", path);
}
