using Incidents.Configuration.Loading;

namespace Incidents.Import.Tests;

public class BadExportTests
{
    [Fact]
    public void SeveralDocumentsInOneFile_AListAroundThem_AndABrokenRest_AreReadAsFarAsTheyGo()
    {
        var team = Exports.Texts("pagerduty", """
            [{"user": {"id": "P1", "type": "user", "name": "Ada"}}, {"user": {"id": "P2", "type": "user", "name": "Grace"}}]
            {"users": [{"id": "P3", "type": "user", "name": "Alan"}]}
            {"users": [
            """);

        Assert.Equal(["Ada", "Alan", "Grace"], team.People.Select(person => person.Name));
        Assert.Contains("1.json, line 3: This is no JSON; what follows in the file is not read. Save the API's answer as it came.", team.Notes());
    }

    [Fact]
    public void AnUnknownDocument_IsNamedAndSkipped()
    {
        var team = Exports.Texts("pagerduty", """{"incidents": []} {"users": [{"id": "P1", "name": "Ada"}]}""");

        Assert.Single(team.People);
        Assert.Contains(team.Notes(), note => note.StartsWith("1.json $, the document: It is none of PagerDuty's users, schedules", StringComparison.Ordinal));
    }

    [Fact]
    public void ALayerThatCannotBeRead_IsLeftOutAndNamedWithItsPlace()
    {
        var team = Exports.Texts("pagerduty", """{"schedule": {"id": "P1", "name": "On", "time_zone": "Mars/Olympus", "schedule_layers": [{"name": "L", "start": "soon", "rotation_turn_length_seconds": 86400, "users": []}]}}""");

        Assert.Empty(team.Schedules[0].Layers);
        Assert.Contains("schedule on, layer L, start, rotation_turn_length_seconds: They cannot be read (1.json $.schedule.schedule_layers[0]); the layer is left out. Save the API's answer as it came, or write the layer by hand.", team.Notes());
        Assert.Contains("schedule on, time_zone: \"Mars/Olympus\" is no IANA zone; UTC is written. Correct `time_zone:`, and check the hand-offs.", team.Notes());
    }

    [Fact]
    public void NothingToPage_IsWrittenAndRefusedByCheck()
    {
        var team = Exports.Texts("pagerduty", "{}");

        Assert.IsType<ConfigurationResult.Invalid>(team.Loaded());
        Assert.Contains("catch_all, targets: PagerDuty has nothing that hears of everything else. Write it, for the export holds nobody to page.", team.Notes());
    }

    [Fact]
    public void NamesThatYamlWouldMistake_ComeBackAsTheyWere()
    {
        var team = Exports.Texts("pagerduty", """
            {"users": [{"id": "P1", "name": "No"}, {"id": "P2", "name": "Zoë \"Z\" O'Neil: #1"}, {"id": "P3", "name": "李雷"}, {"id": "P4", "name": "no"}]}
            """);

        Assert.Equal(["no", "no-2", "p3", "zoe-z-o-neil-1"], team.Good().People.Keys.Select(id => id.Value).Order(StringComparer.Ordinal));
        Assert.Equal(["No", "no", "李雷", "Zoë \"Z\" O'Neil: #1"], team.Good().People.Values.Select(person => person.Name));
    }

    [Fact]
    public void Ids_DoNotDependOnTheOrderOfFiles()
    {
        const string One = """{"user": {"id": "P1", "name": "Ada"}}""";
        const string Two = """{"user": {"id": "P2", "name": "Ada"}}""";

        Assert.Equal(Exports.Texts("pagerduty", One, Two).Written("people.yaml"), Exports.Texts("pagerduty", Two, One).Written("people.yaml"));
    }
}
