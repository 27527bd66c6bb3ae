using System.Text.RegularExpressions;

namespace Incidents.Cli.Tests.Documents;

/// <summary>Every command that a document tells to type, with its options, is one that the program knows.</summary>
public partial class CommandTests
{
    /// <summary>What the script does itself, and the source that reads its options.</summary>
    private static readonly Dictionary<string, string> OfTheScript = new()
    {
        ["test"] = "build/test.sh",
        ["torture"] = "tools/Incidents.FaultInjection/FaultInjectionCommand.cs",
        ["bench"] = "tools/Incidents.Benchmarks/BenchmarkCommand.cs",
    };

    public static TheoryData<string> Paths => [.. Document.All];

    [Theory]
    [MemberData(nameof(Paths))]
    public void EveryCommand_AndItsOptions_Exist(string document)
    {
        var lines = Typed().Matches(Document.Read(document)).Concat(Tabled().Matches(Document.Read(document))).Select(m => m.Groups[1].Value);

        Assert.All(lines.SelectMany(Alternatives), line => Assert.Equal("", Unknown(line)));
    }

    [Fact]
    public void Commands_AreFound() => Assert.True(Typed().Count(Document.Read("README.md")) > 5 && Document.All.Sum(path => Typed().Count(Document.Read(path))) > 60 && Tabled().Count(Document.Read("README.md")) > 10);

    [Theory]
    [InlineData("config push --table T", "")]
    [InlineData("config shove --table T", "shove")]
    [InlineData("config push --tabel T", "--tabel")]
    [InlineData("pusch", "pusch")]
    [InlineData("torture --seed 7", "")]
    [InlineData("torture --seet 7", "--seet")]
    public void Unknown_NamesWhatDoesNotExist(string line, string unknown) => Assert.Equal(unknown, Unknown(line));

    [Fact]
    public void Help_DoesNotListCommandsOfTheScript() => Assert.Empty(Help.Of("").Commands.Intersect(OfTheScript.Keys));

    private static string Unknown(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (OfTheScript.TryGetValue(words[0], out var source))
        {
            var text = File.ReadAllText(Path.Combine(Repository.Root, source));
            return words.Where(word => word.StartsWith("--", StringComparison.Ordinal)).FirstOrDefault(option => !text.Contains(option, StringComparison.Ordinal), "");
        }

        var command = "";
        foreach (var word in words.TakeWhile(_ => Help.Of(command).Commands.Count > 0).TakeWhile(word => !word.StartsWith('-')))
        {
            if (!Help.Of(command).Commands.Contains(word))
            {
                return word;
            }

            command = $"{command} {word}".Trim();
        }

        return words.Where(word => word.StartsWith("--", StringComparison.Ordinal)).Select(word => word.Split('=')[0]).Except(Help.Of(command).Options).FirstOrDefault("");
    }

    /// <summary>`override add|list` is two commands.</summary>
    private static IEnumerable<string> Alternatives(string line) => line.Split(' ').FirstOrDefault(word => word.Contains('|', StringComparison.Ordinal)) is { } choice
        ? choice.Split('|').Select(one => line.Replace(choice, one, StringComparison.Ordinal))
        : [line];

    [GeneratedRegex(@"\./incidents ([a-z](?:(?! [|&>#]|\$\(|  )[^`\n;)])*)")]
    private static partial Regex Typed();

    [GeneratedRegex(@"^\| `([a-z-]+ INC-1[^`]*)`", RegexOptions.Multiline)]
    private static partial Regex Tabled();
}
