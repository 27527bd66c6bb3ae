using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Incidents.Tests;

namespace Incidents.Functions.Tests.Template;

/// <summary>What `sam build` makes and with which SDK, asked of MSBuild as it asks.</summary>
public partial class PackageTests
{
    private static readonly string Project = Path.Combine(Repository.Root, "src", "Incidents.Functions", "Incidents.Functions.csproj");
    private static readonly string[] ReadersOfOtherTools = ["Incidents.Import", "Ical.Net", "libphonenumber-csharp"];

    /// <summary>`sam build` replaces the MSBuild parameters of aws-lambda-tools-defaults.json by its own: only the project itself is always asked.</summary>
    [Theory]
    [InlineData("linux-arm64", "true", "false")]
    [InlineData("", "", "")]
    public async Task V22_Package_WhenARuntimeIsNamed_IsCompiledAheadOfTime(string runtime, string readyToRun, string selfContained)
    {
        using var evaluated = JsonDocument.Parse(await Evaluate(runtime));
        var properties = evaluated.RootElement.GetProperty("Properties");

        Assert.Equal((readyToRun, selfContained), (properties.GetProperty("PublishReadyToRun").GetString(), runtime.Length == 0 ? "" : properties.GetProperty("SelfContained").GetString()));
    }

    /// <summary>The hash of a cached build sees src/Incidents.Functions alone: a changed configuration would deploy the package of the day before.</summary>
    [Fact]
    public void V22_Build_IsNeverCached() => Assert.DoesNotMatch(Cached(), File.ReadAllText(Path.Combine(Repository.Root, "samconfig.toml")));

    /// <summary>CodeBuild's image has an SDK of the first feature band; rolling forward goes up alone.</summary>
    [Fact]
    public void V24_Sdk_IsTheLowestOfItsRelease_AndRollsUp()
    {
        using var global = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "global.json")));
        var sdk = global.RootElement.GetProperty("sdk");

        Assert.Equal(("10.0.100", "latestFeature"), (sdk.GetProperty("version").GetString(), sdk.GetProperty("rollForward").GetString()));
        Assert.Equal("10.0", StackTemplate.Beside("pipeline/buildspec.yml").At("phases", "install", "runtime-versions", "dotnet").Text);
    }

    /// <summary>What restore resolved for the project, over all references: every assembly a publish would copy is among it.</summary>
    [Theory]
    [InlineData("Incidents.Functions")]
    [InlineData("Incidents.Web")]
    public void V40_Package_OfWhatRunsOnLambda_HoldsNoReaderOfOtherTools(string project)
    {
        using var restored = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", project, "obj", "project.assets.json")));
        string[] names = [.. restored.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')[0])];

        Assert.Contains("Incidents.Application", names);
        Assert.DoesNotContain(names, name => ReadersOfOtherTools.Contains(name, StringComparer.OrdinalIgnoreCase));
    }

    private static async Task<string> Evaluate(string runtime)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            ArgumentList = { "msbuild", Project, "-getProperty:PublishReadyToRun", "-getProperty:SelfContained", $"-p:RuntimeIdentifier={runtime}", "-p:LambdaPackages=standin", "-nologo" },
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    [GeneratedRegex(@"^\s*cached\s*=\s*true", RegexOptions.Multiline)]
    private static partial Regex Cached();
}
