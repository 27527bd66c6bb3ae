using System.Xml.Linq;

namespace Incidents.Architecture.Tests;

/// <summary>Arrows go one way, and what talks to the outside lives in one place.</summary>
public class ProjectTests
{
    private static readonly string Sources = Path.Combine(Repository.Root, "src");
    private static readonly string Tools = Path.Combine(Repository.Root, "tools");

    [Theory]
    [InlineData("Domain", "")]
    [InlineData("Configuration", "Domain")]
    [InlineData("Application", "Configuration Domain")]
    [InlineData("Adapters", "Application")]
    [InlineData("Web", "Application")]
    [InlineData("Functions", "Adapters Application")]
    [InlineData("Configuration.Authoring", "Application")]
    [InlineData("Import", "Configuration.Authoring")]
    [InlineData("Adapters.CommandLine", "Adapters")]
    [InlineData("Cli", "Adapters.CommandLine Functions Import Web")]
    public void Arrows_GoOneWay(string project, string mayReference)
    {
        var references = Read(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))
            .Where(name => name != "Amazon.Lambda.StandIn")
            .Select(name => name.Replace("Incidents.", "", StringComparison.Ordinal));

        Assert.Subset(mayReference.Split(' ').ToHashSet(), references.ToHashSet());
    }

    [Fact]
    public void ProgramsOfDevelopers_AreNotPublished_AndNoProjectOfTheProductRefersToThem()
    {
        var tools = Directory.EnumerateFiles(Tools, "*.csproj", SearchOption.AllDirectories).ToList();
        var product = Directory.EnumerateFiles(Sources, "*.csproj", SearchOption.AllDirectories);

        Assert.Equal(2, tools.Count);
        Assert.All(tools, file => Assert.Contains("<IsPublishable>false</IsPublishable>", File.ReadAllText(file), StringComparison.Ordinal));
        Assert.All(product, file => Assert.DoesNotContain("tools/", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public void TheDomain_NeedsNodaTimeAndNothingElse()
    {
        Assert.Equal(["NodaTime"], Read("Domain", "PackageReference"));
        Assert.Empty(FilesNaming("Incidents.Domain", "System.Text.Json", "TimeProvider", "async ", "Task<"));
    }

    /// <summary>The packages that read other tools' files stand in one project, and only the command line refers to that.</summary>
    [Fact]
    public void V40_ReadersOfOtherTools_AreForTheCommandLineAlone()
    {
        string[] others = ["Domain", "Configuration", "Configuration.Authoring", "Application", "Adapters", "Adapters.CommandLine", "Functions", "Web", "Cli"];

        Assert.Equal(["Cli"], others.Where(project => Read(project, "ProjectReference").Any(path => path.Contains("Incidents.Import", StringComparison.Ordinal))));
        Assert.DoesNotContain(others.SelectMany(project => Read(project, "PackageReference")), package => package is "Ical.Net" or "libphonenumber-csharp");
    }

    [Fact]
    public void OnlyAdapters_TalkToAwsAndOverHttp()
    {
        string[] others = ["Incidents.Domain", "Incidents.Configuration", "Incidents.Configuration.Authoring", "Incidents.Application", "Incidents.Import", "Incidents.Functions", "Incidents.Web", "Incidents.Cli"];
        Assert.Empty(others.SelectMany(project => FilesNaming(project, "using Amazon.DynamoDBv2", "using Amazon.Runtime", "new HttpClient", "HttpMessageInvoker(")));
    }

    [Fact]
    public void TheConsole_DoesNotKnowTheAdapters() => Assert.Empty(FilesNaming("Incidents.Web", "using Incidents.Adapters"));

    [Fact]
    public void AFunction_KnowsTheAdaptersInItsStartUpOnly() =>
        Assert.All(FilesNaming("Incidents.Functions", "using Incidents.Adapters"), file => Assert.Contains("Start", file, StringComparison.Ordinal));

    [Theory]
    [InlineData("Domain")]
    [InlineData("Configuration")]
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

    internal static List<string> Read(string project, string element) =>
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
