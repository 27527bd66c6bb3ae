namespace Incidents.Architecture.Tests;

/// <summary>A function starts no faster than its package is small: what only the command line uses stays out of it.</summary>
public class LambdaPackageTests
{
    /// <summary>The assemblies of ours that go to Lambda. The domain is whole, whoever uses which of its rules.</summary>
    private static readonly string[] Packaged = ["Incidents.Configuration", "Incidents.Application", "Incidents.Adapters"];

    [Fact]
    public void Package_HasNoAssemblyOfTheCommandLine() =>
        Assert.Equal(["Incidents.Adapters", "Incidents.Application", "Incidents.Configuration", "Incidents.Domain"], Needed("Incidents.Functions").Order(StringComparer.Ordinal));

    /// <summary>Uses are read from instructions, so a type of constants alone, which the compiler copies, is not seen in use and does not count.</summary>
    [Fact]
    public void Package_HasNoTypeThatOnlyTheCommandLineUses()
    {
        var uses = TypeUses.Across(["Incidents.Domain", .. Packaged, "Incidents.Functions", "Incidents.Web"]);
        var reached = Reached(uses.Keys.Where(type => type.Assembly is "Incidents.Functions" or "Incidents.Web").Select(type => type.Name), uses);

        Assert.Empty(uses.Keys.Where(type => Packaged.Contains(type.Assembly) && !type.IsOfConstants && !reached.Contains(type.Name)).Select(type => $"{type.Name} in {type.Assembly}"));
    }

    private static HashSet<string> Reached(IEnumerable<string> roots, Dictionary<UsedType, HashSet<string>> uses)
    {
        var byName = uses.ToLookup(use => use.Key.Name, use => use.Value);
        var reached = roots.ToHashSet();
        var next = new Queue<string>(reached);
        while (next.TryDequeue(out var type))
        {
            foreach (var used in byName[type].SelectMany(names => names).Where(reached.Add))
            {
                next.Enqueue(used);
            }
        }

        return reached;
    }

    private static IEnumerable<string> Needed(string project) => ProjectTests.Read(project["Incidents.".Length..], "ProjectReference")
        .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))
        .Where(name => name.StartsWith("Incidents.", StringComparison.Ordinal))
        .SelectMany(name => Needed(name).Prepend(name))
        .Distinct();
}
