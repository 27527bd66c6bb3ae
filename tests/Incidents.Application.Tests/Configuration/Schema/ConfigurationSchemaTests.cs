using Incidents.Configuration.Authoring.Schema;
using Incidents.Configuration.Authoring.Templates;
using Incidents.Configuration.Loading;
using Incidents.Tests;

namespace Incidents.Application.Tests.Configuration.Schema;

public sealed class ConfigurationSchemaTests
{
    private static readonly string Config = Path.Combine(Repository.Root, "config");

    [Fact]
    public void CheckedInSchema_IsTheOneOfTheModel() => Assert.True(
        File.ReadAllText(Path.Combine(Config, ConfigurationSchema.FileName)) == ConfigurationSchema.Text,
        "config/incidents.schema.json is not what the model says. Write it anew: ./incidents schema --write");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Config, "*.yaml").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void ShippedFile_NamesTheSchemaAndKeepsToIt(string file)
    {
        var text = File.ReadAllText(Path.Combine(Config, file));

        Assert.StartsWith(ConfigurationSchema.Modeline + "\n", text, StringComparison.Ordinal);
        Assert.Empty(PublishedSchema.Problems(text));
    }

    [Fact]
    public void Template_NamesTheSchemaAndKeepsToIt()
    {
        Assert.StartsWith(ConfigurationSchema.Modeline + "\n", ConfigurationTemplate.Smallest, StringComparison.Ordinal);
        Assert.Empty(PublishedSchema.Problems(ConfigurationTemplate.Smallest));
    }

    [Theory]
    [InlineData("pepole: {}")]
    [InlineData("services: { a: { polcy: x } }")]
    [InlineData("services: { \"a#b\": {} }")]
    [InlineData("services: { a: { severity: serv1 } }")]
    [InlineData("services: { a: { severity_rules: [{ severity: sev1 }] } }")]
    [InlineData("services: { a: { alarms: [\"^checkout\"] } }")]
    [InlineData("escalation_policies: { p: { steps: [] } }")]
    [InlineData("escalation_policies: { p: { steps: [{ targets: [] }] } }")]
    [InlineData("escalation_policies: { p: { steps: [{ targets: [policy: p] }] } }")]
    [InlineData("escalation_policies: { p: { steps: [{ targets: [{ person: ada, team: t }] }] } }")]
    [InlineData("escalation_policies: { p: { steps: [{ targets: [person: ada], timeout: 5 }] } }")]
    [InlineData("people: { alan: { active: no } }")]
    [InlineData("people: { alan: { slack: \"@alan\" } }")]
    [InlineData("people: { alan: { push: {} } }")]
    [InlineData("people: { alan: { time_off: [{ from: 2026-12-24 }] } }")]
    [InlineData("people: { alan: { time_off: [{ from: 24.12.2026, to: 2027-01-02 }] } }")]
    [InlineData("schedules: { s: { rotation: weekly, participants: [ada] } }")]
    [InlineData("schedules: { s: { time_zone: Europe/Berlin, rotation: wekly, participants: [ada] } }")]
    [InlineData("schedules: { s: { time_zone: Europe/Berlin, layers: [], participants: [ada], rotation: weekly } }")]
    [InlineData("schedules: { s: { time_zone: Europe/Berlin, rotation: weekly, participants: [ada], overrides: [{ kind: replace, from: 2026-10-01T00:00:00Z, to: 2026-10-02T00:00:00Z, users: [ada] }] } }")]
    [InlineData("catch_all: {}")]
    [InlineData("catch_all: { targets: [person: ada], policy: p }")]
    [InlineData("version: 2")]
    public void Mistake_IsUnderlined_AndRefused(string text)
    {
        Assert.NotEmpty(PublishedSchema.Problems(text));
        Assert.IsType<ConfigurationResult.Invalid>(Written.Load(Written.Base, text));
    }
}
