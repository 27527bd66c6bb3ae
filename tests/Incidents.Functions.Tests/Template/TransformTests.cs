using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace Incidents.Functions.Tests.Template;

/// <summary>What becomes of the template when CloudFormation transforms it, with defaults and with every parameter set. Where the translator is not installed, the other tests of the template have to do.</summary>
public sealed class TransformTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Given = new()
    {
        ["defaults"] = new Dictionary<string, string>(),
        ["everything"] = Deployed.Everything,
    };

    public static TheoryData<string> Sets => [.. Given.Keys];

    [Fact]
    public void V25_Everything_SetsEveryParameter_ToAnotherValueThanItsDefault() => Assert.Equal(
        StackTemplate.Root["Parameters"].Entries.Keys.Order(StringComparer.Ordinal),
        Deployed.Everything.Where(given => given.Value != StackTemplate.Root.At("Parameters", given.Key, "Default").Text).Select(given => given.Key).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task V25_Transform_OfTheTemplate_SucceedsAndCfnLintFindsNothing(string set)
    {
        if (await Transformed(set) is not { } template)
        {
            return;
        }

        var path = Path.Combine(Path.GetTempPath(), $"incidents-{set}-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(path, template.ToJsonString());
        try
        {
            Assert.Equal("", await SamTransform.Findings(path) ?? "");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task V25_Transform_WhatInvokesAFunction_InvokesItsAlias(string set)
    {
        if (await Transformed(set) is not { } template)
        {
            return;
        }

        var resources = template["Resources"]!.AsObject().ToDictionary(r => r.Key, r => r.Value!);
        var functions = resources.Where(r => TypeOf(r.Value) == "AWS::Lambda::Function").Select(r => r.Key).ToList();
        Assert.All(functions, function => Assert.Contains($"{function}Aliaslive", resources.Keys));
        Assert.All(functions, function => Assert.Single(resources, r => TypeOf(r.Value) == "AWS::Lambda::Version" && (string?)r.Value["Properties"]!["FunctionName"]!["Ref"] == function));

        string[] invoking = ["AWS::SNS::Subscription", "AWS::Lambda::Permission", "AWS::Lambda::EventSourceMapping", "AWS::Scheduler::Schedule"];
        var calls = resources.Where(r => invoking.Contains(TypeOf(r.Value))).Select(r => (r.Key, Text: r.Value["Properties"]!.ToJsonString())).Where(r => functions.Exists(f => r.Text.Contains(f, StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.True(functions.Exists(f => call.Text.Contains($"\"{f}Aliaslive\"", StringComparison.Ordinal)), $"{call.Key}: {call.Text}"));
        Assert.NotEqual("true", resources["Api"]["Properties"]!["FailOnWarnings"]?.ToJsonString()); // left out it is false
    }

    /// <summary>Why no environment may depend on a parameter.</summary>
    [Fact]
    public async Task V21_Transform_WhenEveryParameterChanges_MakesNoNewVersion()
    {
        if (await Transformed("defaults") is { } before && await Transformed("everything") is { } after)
        {
            Assert.Equal(Versions(before), Versions(after));
        }

        static IEnumerable<string> Versions(JsonObject template) => template["Resources"]!.AsObject().Where(r => TypeOf(r.Value!) == "AWS::Lambda::Version").Select(r => r.Key);
    }

    private async Task<JsonObject?> Transformed(string set)
    {
        var template = await SamTransform.Of("template.yaml", Given[set]);
        if (template is null)
        {
            output.WriteLine("Not tried: python3 has no aws-sam-translator here. `pip install aws-sam-translator cfn-lint` brings it.");
        }

        return template;
    }

    private static string? TypeOf(JsonNode resource) => (string?)resource["Type"];
}
