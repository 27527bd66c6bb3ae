using System.Text.RegularExpressions;

namespace Incidents.Scenarios.Tests;

/// <summary>`docs/faults.md` says of every fault by which test it is met, or why none can be written.</summary>
public partial class FaultCatalogueTests
{
    private static readonly IReadOnlyList<(string Number, string Fault, string How)> Rows =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "docs", "faults.md"))
            .Select(line => Row().Match(line))
            .Where(row => row.Success)
            .Select(row => (row.Groups[1].Value, row.Groups[2].Value.Trim(), row.Groups[3].Value.Trim())),
    ];

    private static readonly HashSet<string> Tests = Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(file => Test().Matches(File.ReadAllText(file)).Select(test => test.Groups[1].Value))
        .ToHashSet();

    [Fact]
    public void EveryNumber_StandsThereOnce_InOrder()
    {
        Assert.Equal(Enumerable.Range(1, 80).Select(number => $"F{number:00}"), Numbers('F'));
        Assert.Equal(Numbers('V').Distinct().Order(StringComparer.Ordinal), Numbers('V'));
        Assert.NotEmpty(Numbers('V'));
    }

    [Fact]
    public void EveryTestItNames_Exists() =>
        Assert.Superset(Rows.SelectMany(row => Named(row.How)).ToHashSet(), Tests);

    [Fact]
    public void EveryRow_NamesATestOfItsNumber_OrAReason() => Assert.All(
        Rows,
        row => Assert.True(Named(row.How).Any(test => test.Split('_').Contains(row.Number)) || row.How.StartsWith("No test", StringComparison.Ordinal), row.Number));

    private static IEnumerable<string> Numbers(char kind) => Rows.Select(row => row.Number).Where(number => number[0] == kind);

    private static IEnumerable<string> Named(string how) => Code().Matches(how).Select(code => code.Groups[1].Value);

    [GeneratedRegex(@"^\| ([FV]\d\d) \|([^|]*)\|([^|]*)\|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"\[(?:Fact|Theory)[^\]]*\](?:\s*\[[^\n]*\])*\s*public (?:async )?(?:Task|void) (\w+)\(")]
    private static partial Regex Test();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Code();
}
