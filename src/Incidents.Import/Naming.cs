using Incidents.Domain.OnCall;

namespace Incidents.Import;

internal static class Naming
{
    /// <summary>Layers whose names are taken get a number, for overrides name layers.</summary>
    public static IReadOnlyList<Layer> WithOwnNames(this IEnumerable<Layer> layers)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. layers.Select(layer => layer with { Name = Free(layer.Name, taken) })];
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
        {
            free = $"{name} {number}";
        }

        return free;
    }
}
