using System.Xml.Linq;

namespace Incidents.Scenarios.Tests;

/// <summary>Arrows go one way, and what talks to the outside lives in one place.</summary>
public class ArchitectureTests
{
    private static readonly string Sources = Path.Combine(Repository.Root, "src");

    [Theory]
    [InlineData("Domain", "")]
    [InlineData("Application", "Domain")]
    [InlineData("Adapters", "Application")]
    [InlineData("Web", "Application")]
    [InlineData("Functions", "Adapters Application")]
    [InlineData("Cli", "Functions Web")]
    public void Arrows_GoOneWay(string project, string mayReference)
    {
        var references = Read(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))
            .Where(name => name != "Amazon.Lambda.StandIn")
            .Select(name => name.Replace("Incidents.", "", StringComparison.Ordinal));

        Assert.Subset(mayReference.Split(' ').ToHashSet(), references.ToHashSet());
    }

    [Fact]
    public void TheDomain_NeedsNodaTimeAndNothingElse()
    {
        Assert.Equal(["NodaTime"], Read("Domain", "PackageReference"));
        Assert.Empty(FilesNaming("Incidents.Domain", "System.Text.Json", "TimeProvider", "async ", "Task<"));
    }

    [Fact]
    public void OnlyAdapters_TalkToAwsAndOverHttp()
    {
        string[] others = ["Incidents.Domain", "Incidents.Application", "Incidents.Functions", "Incidents.Web", "Incidents.Cli"];
        Assert.Empty(others.SelectMany(project => FilesNaming(project, "using Amazon.DynamoDBv2", "using Amazon.Runtime", "new HttpClient", "HttpMessageInvoker(")));
    }

    [Fact]
    public void TheConsole_DoesNotKnowTheAdapters() => Assert.Empty(FilesNaming("Incidents.Web", "using Incidents.Adapters"));

    [Fact]
    public void AFunction_KnowsTheAdaptersInItsStartUpOnly() =>
        Assert.All(FilesNaming("Incidents.Functions", "using Incidents.Adapters"), file => Assert.Contains("Start", file, StringComparison.Ordinal));

    [Theory]
    [InlineData("Domain")]
    [InlineData("Application")]
    [InlineData("Adapters")]
    [InlineData("Functions")]
    public void WhatPages_NeedsNoCodeMadeAtRunTime(string project)
    {
        Assert.Equal(["true"], Values(project, "IsAotCompatible"));
        Assert.Empty(Values(project, "NoWarn").Concat(Values(project, "WarningsNotAsErrors")));
        Assert.Empty(FilesNaming($"Incidents.{project}", "UnconditionalSuppressMessage", "#pragma warning disable IL", "RequiresUnreferencedCode", "RequiresDynamicCode"));
    }

    private static IEnumerable<string> Values(string project, string property) => Document(project).Descendants(property).Select(e => e.Value);

    private static XDocument Document(string project) => XDocument.Load(Path.Combine(Sources, $"Incidents.{project}", $"Incidents.{project}.csproj"));

    private static List<string> Read(string project, string element) =>
    [
        .. Document(project).Descendants(element).Select(e => e.Attribute("Include")!.Value),
    ];

    private static List<string> FilesNaming(string project, params string[] words) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Sources, project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => words.Any(File.ReadAllText(file).Contains)),
    ];
}
