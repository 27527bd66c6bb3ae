using System.Text.RegularExpressions;

namespace Incidents.Functions.Tests.Template;

/// <summary>Nothing waits for itself, with what SAM makes beside the functions taken into account.</summary>
public partial class CycleTests
{
    private static readonly string[] OfTheAlias = ["DeploymentPreference", "Events", "EventInvokeConfig"];

    [Fact]
    public void NoResourceNeedsItself()
    {
        var needs = Needs();
        var done = new HashSet<string>();

        Assert.All(needs.Keys, name => Visit(name, []));

        void Visit(string name, IReadOnlyList<string> way)
        {
            Assert.False(way.Contains(name), $"{string.Join(" needs ", way)} needs {name}");
            if (!done.Contains(name) && needs.TryGetValue(name, out var next))
            {
                next.ForEach(needed => Visit(needed, [.. way, name]));
                done.Add(name);
            }
        }
    }

    private static Dictionary<string, List<string>> Needs()
    {
        var needs = StackTemplate.Resources.ToDictionary(r => r.Key, r => References(r.Value.Entries.Where(e => e.Key != "Properties").Select(e => e.Value)
            .Concat(r.Value["Properties"].Entries.Where(e => !OfTheAlias.Contains(e.Key) || r.Value["Type"].Text != "AWS::Serverless::Function").Select(e => e.Value))));
        var shared = References([StackTemplate.Root["Globals"]]);
        foreach (var (name, function) in StackTemplate.Functions)
        {
            var preference = function.At("Properties", "DeploymentPreference");
            needs[name].AddRange(shared);
            needs[$"{name}.Version"] = [name];
            needs[$"{name}DeploymentGroup"] = [.. References([preference["Role"], preference["Alarms"]]), "ServerlessDeploymentApplication"];
            needs[$"{name}.Alias"] = [$"{name}.Version", .. preference["Type"].Exists ? [$"{name}DeploymentGroup"] : Array.Empty<string>(), .. References([preference["Hooks"]])];
            needs[$"{name}.Events"] = [$"{name}.Alias", .. References(OfTheAlias[1..].Select(part => function["Properties"][part]))];
        }

        return needs;
    }

    private static List<string> References(IEnumerable<Part> parts) =>
    [
        .. parts.SelectMany(part => part.All).Select(part => part.Text).SelectMany(text => text.Split(' ', 2) switch
        {
            ["!Ref", var name] => [name],
            ["!GetAtt", var path] => [path.EndsWith(".Version", StringComparison.Ordinal) ? path : path.Split('.')[0]],
            ["!Sub", var format] => Placeholder().Matches(format).Select(match => match.Groups[1].Value.Split('.')[0]),
            _ => Enumerable.Empty<string>(),
        }).Distinct(),
    ];

    [GeneratedRegex(@"\$\{([^!}]+)\}")]
    private static partial Regex Placeholder();
}
