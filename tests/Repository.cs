namespace Incidents.Tests;

/// <summary>The checkout the tests run in.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution, at or above the folder of the tests.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    private static string Above(string directory)
    {
        for (var at = new DirectoryInfo(directory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Incidents.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("the tests run outside the repository");
    }
}
