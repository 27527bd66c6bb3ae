using Incidents.Import.Sources;
using Incidents.Tests;

namespace Incidents.Import.Tests;

public class SuppressedCountTests
{
    private const string Layer = """{"name": "L", "start": "2026-01-05T00:00:00Z", "end": null, "rotation_virtual_start": "2026-01-05T00:00:00Z", "rotation_turn_length_seconds": 604800, "users": [{"user": {"id": "A", "type": "user_reference"}}], "restrictions": []}""";

    [Theory]
    [InlineData("pagerduty", """{"schedule": {"id": "P1", "name": "On", "time_zone": "Etc/UTC", "schedule_layers": [{"name": "L", "start": "soon", "rotation_turn_length_seconds": 86400, "users": []}]}}""", "schedule on, layer L")]
    [InlineData("pagerduty", """{"schedule": {"id": "P1", "name": "On", "time_zone": "Etc/UTC", "schedule_layers": [{"name": "L", "start": "2026-01-05T00:00:00Z", "rotation_turn_length_seconds": 86400, "users": [{"user": {"id": "X"}}]}]}}""", "schedule on, layer L, users")]
    [InlineData("pagerduty", """{"schedule": {"id": "P1", "name": "On", "time_zone": "Etc/UTC", "schedule_layers": [LAYER], "final_schedule": {"rendered_schedule_entries": [{"start": "2026-10-19T00:00:00Z", "user": {"id": "A", "type": "user_reference"}}]}}}""", "1.json $.schedule.final_schedule.rendered_schedule_entries[0]")]
    [InlineData("pagerduty", """{"users": [{"name": "Ada", "type": "user"}]}""", "1.json $.users[0], id")]
    [InlineData("pagerduty", """{"users": [{"id": "A", "name": "Ada"}], "limit": 1, "offset": 0, "more": true}""", "1.json $, more")]
    [InlineData("pagerduty", """{"users": [{"id": "A", "name": "Ada"}]} {"users": [""", "1.json, line 1")]
    [InlineData("pagerduty", "", "1.json, the file")]
    [InlineData("opsgenie", """{"data": {"id": "s1", "name": "One", "timezone": "Etc/UTC", "rotations": [{"id": "r1", "name": "A", "startDate": "2026-10-01T00:00:00Z", "type": "yearly", "participants": []}]}}""", "schedule one, rotation A")]
    [InlineData("opsgenie", """{"data": [{"alias": "x", "user": {"type": "user", "id": "u3"}, "startDate": "2026-10-20T00:00:00Z", "endDate": "2026-10-21T00:00:00Z", "rotations": []}]}""", "1.json $.data[0], overrides")]
    [InlineData("opsgenie", """{"data": [{"id": "u1", "username": "a@example.com", "fullName": "A"}], "paging": {"next": "https://api.opsgenie.com/v2/users?offset=1", "first": "https://api.opsgenie.com/v2/users?offset=0"}}""", "1.json $, paging.next")]
    [InlineData("opsgenie", "\"Forbidden\"", "1.json $, the document")]
    [InlineData("grafana-oncall", """{"results": [{"id": "S1", "name": "One", "type": "web", "shifts": ["gone"]}]}""", "schedule one, shifts")]
    [InlineData("grafana-oncall", """{"results": "Forbidden"}""", "1.json $, the document")]
    [InlineData("incident-manager", """{"Rotations": [{"Name": "no arn"}]}""", "1.json $, the document")]
    public void V41_PersonShiftOrLayer_ThatIsNotWritten_CountsAsLeftOut(string source, string document, string subject) =>
        Assert.Contains(Exports.Texts(source, document.Replace("LAYER", Layer, StringComparison.Ordinal)).Unmapped, one => one.IsLeftOut && one.ToString().StartsWith(subject, StringComparison.Ordinal));

    [Fact]
    public void V41_AnotherVendorsFile_CountsAsLeftOut_WhicheverOfTheOthersItIsOf()
    {
        string[] sources = [.. ImportSource.All.Select(source => source.Id)];
        Assert.All(sources.SelectMany(source => sources.Where(other => other != source).Select(other => (source, other))), pair =>
        {
            var files = Directory.GetFiles(Payload.PathOf($"import/{pair.other}"), "*.json");
            Assert.All(files, file => Assert.Contains(
                Exports.Import(pair.source, new ExportFile("x.json", File.ReadAllBytes(file))).Unmapped, one => one.IsLeftOut && one.Field == "the document"));
        });
    }

    [Fact]
    public void V41_PageThatFollows_WhenItIsInTheExport_LeavesNothingOut()
    {
        var pages = Exports.Texts("pagerduty",
            """{"users": [{"id": "A", "name": "Ada"}], "limit": 1, "offset": 0, "more": true}""", """{"users": [{"id": "G", "name": "Grace"}], "limit": 1, "offset": 1, "more": false}""");
        var teams = Exports.Texts("opsgenie",
            """{"data": [{"id": "u1", "username": "a@example.com", "fullName": "A"}], "paging": {"next": "https://api.opsgenie.com/v2/users?offset=1", "first": "https://api.opsgenie.com/v2/users?offset=0"}}""",
            """{"data": [{"id": "u2", "username": "b@example.com", "fullName": "B"}], "paging": {"prev": "https://api.opsgenie.com/v2/users?offset=0", "first": "https://api.opsgenie.com/v2/users?offset=0"}}""");

        Assert.DoesNotContain(pages.Unmapped.Concat(teams.Unmapped), one => one.IsLeftOut);
    }

    [Fact]
    public void V41_SampleOfPagerDuty_LeavesNothingOut() => Assert.DoesNotContain(Exports.Sample("pagerduty").Unmapped, one => one.IsLeftOut);
}
