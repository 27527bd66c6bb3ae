using System.Text.Json.Nodes;

namespace Incidents.Functions.Tests.Template;

/// <summary>What builds and deploys this: tested before, looked at before, and the same in both places.</summary>
public class PipelineTests
{
    private static readonly Part Pipeline = StackTemplate.Beside("pipeline/pipeline.yaml")["Resources"];
    private static readonly string[] BuildSteps = [.. StackTemplate.Beside("pipeline/buildspec.yml").At("phases", "build", "commands").Items.Select(c => c.Text)];
    private static readonly Part[] Workflow = [.. StackTemplate.Beside("workflows/ci.yml").At("jobs", "test", "steps").Items];

    [Fact]
    public void Build_TestsBeforeItPackages()
    {
        Assert.Contains("./incidents test", BuildSteps);
        Assert.True(Array.IndexOf(BuildSteps, "./incidents test") < Array.FindIndex(BuildSteps, step => step.StartsWith("sam package", StringComparison.Ordinal)));
    }

    [Fact]
    public void Workflow_TakesTheSameSteps_ButUploadsNothing() => Assert.Equal(
        BuildSteps.Where(step => !step.StartsWith("sam package", StringComparison.Ordinal)),
        Workflow.Select(step => step["run"].Text).Where(BuildSteps.Contains));

    /// <summary>A tag can be moved to other code; a commit cannot.</summary>
    [Fact]
    public void Workflow_PinsItsActions_ToCommits() => Assert.All(
        Workflow.Where(step => step["uses"].Exists),
        step => Assert.Matches("^[a-z-]+/[a-z-]+@[0-9a-f]{40}$", step["uses"].Text));

    [Fact]
    public void Tools_HaveOneVersion_TheSameInBothPlaces()
    {
        var installs = StackTemplate.Beside("pipeline/buildspec.yml").At("phases", "install", "commands").Items.Select(command => command.Text)
            .Where(command => command.StartsWith("pip install", StringComparison.Ordinal) || command.StartsWith("dotnet tool install", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, installs.Count);
        Assert.Matches(@"^pip install --quiet( [a-z-]+==[0-9.]+)+$", installs[0]);
        Assert.Matches(@"^dotnet tool install --global [A-Za-z.]+ --version [0-9.]+$", installs[1]);
        Assert.Equal(installs, Workflow.Select(step => step["run"].Text).Where(installs.Contains));
    }

    [Fact]
    public void Deployment_IsShown_Approved_AndThenDone() => Assert.Equal(
        ["CHANGE_SET_REPLACE", "Manual", "CHANGE_SET_EXECUTE"],
        Pipeline.At("Pipeline", "Properties", "Stages").Items.Single(stage => stage["Name"].Text == "Deploy")["Actions"].Items
            .OrderBy(action => action["RunOrder"].Number)
            .Select(action => action.At("Configuration", "ActionMode").Exists ? action.At("Configuration", "ActionMode").Text : action.At("ActionTypeId", "Provider").Text));

    [Fact]
    public void Parameters_ComeFromAFileThatIsInThePackage_AndExist()
    {
        var config = Pipeline.At("Pipeline", "Properties", "Stages").Items.SelectMany(stage => stage["Actions"].Items).Single(action => action["Name"].Text == "ChangeSet")["Configuration"];
        var file = config["TemplateConfiguration"].Text["Package::".Length..];

        Assert.Contains(file, StackTemplate.Beside("pipeline/buildspec.yml").At("artifacts", "files").Items.Select(path => path.Text));
        Assert.Subset(
            StackTemplate.Root["Parameters"].Entries.Keys.ToHashSet(),
            JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)))!["Parameters"]!.AsObject().Select(parameter => parameter.Key).ToHashSet());
    }
}
