using System.Text.Json;
using Incidents.Configuration.Authoring.Comparing;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.OnCall;
using NodaTime;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration.Comparing;

/// <summary>Turns are counted from a layer's start, so an edited list takes over in the middle of a turn. The comparison prints the dated form, which does not.</summary>
public sealed class ParticipantsEditTests
{
    private const string Short = """
        schedules:
          week:
            time_zone: Europe/Berlin
            rotation: weekly
            handoff: MO 09:00
            start: 2026-09-07T07:00:00Z
            participants: [ada, grace, cy]
        """;

    private const string Layered = """
        schedules:
          week:
            time_zone: Europe/Berlin
            layers:
              - name: night
                start: 2026-09-07T07:00:00Z
                rotation: { kind: weekly, handoff_weekday: MO, handoff_time: 09:00 }
                participants: [ada, grace, cy]
        """;

    private const string Team = """
        people:
          ada: { name: Ada, slack: U0ADA00001 }
          grace: { name: Grace, slack: U0GRACE001 }
          cy: { name: Cy, slack: U0CY000001 }
          dan: { name: Dan, slack: U0DAN00001 }
          "7": { name: Seven, slack: U0SEVEN001 }
        catch_all:
          targets: [person: ada]

        """;

    [Theory]
    [InlineData("[grace, ada]", "2026-09-21T07:00:00Z")]
    [InlineData("[cy, ada, grace]", "2026-09-21T07:00:00Z")]
    [InlineData("[ada, cy, grace, dan]", "2026-09-21T07:00:00Z")]
    [InlineData("[dan]", "2026-09-21T07:00:00Z")]
    public void V44_Diff_WhenParticipantsAreEdited_PrintsTheDatedFormThatKeepsWhoIsOnDuty(string participants, string until)
    {
        // Grace has the turn that runs; by each of these lists another person has.
        foreach (var (rota, indent) in new[] { (Short, "    "), (Layered, "        ") })
        {
            var edited = rota.Replace("[ada, grace, cy]", participants, StringComparison.Ordinal);
            var comparison = Compare(rota, edited);

            Assert.Equal(
                [$"{indent}participants: [ada, grace, cy]", $"{indent}changes:", $"{indent}  - {{ at: {until}, participants: {participants} }}"],
                Assert.Single(comparison.Edits).Yaml);
            Assert.Contains(string.Join('\n', comparison.Edits[0].Yaml), string.Join('\n', ComparisonText.Lines(comparison)), StringComparison.Ordinal);
            Assert.Contains(string.Join('\n', comparison.Edits[0].Yaml), ComparisonMarkdown.Write(comparison), StringComparison.Ordinal);
            var pasted = Compare(rota, Paste(edited, comparison.Edits[0]));
            Assert.Empty(pasted.Edits);
            Assert.DoesNotContain(pasted.OnCall.SelectMany(change => change.Stretches), stretch => stretch.From < comparison.Edits[0].Until);
        }
    }

    [Theory]
    [InlineData("[ada, grace, dan]")]
    [InlineData("[cy, grace, ada]")]
    [InlineData("[ada, grace, cy]")]
    public void V44_Diff_WhenTheEditLeavesWhoIsOnDuty_PrintsNoDatedForm(string participants) =>
        Assert.Empty(Compare(Short, Short.Replace("[ada, grace, cy]", participants, StringComparison.Ordinal)).Edits);

    [Theory]
    [InlineData("rotation: weekly", "rotation: null")]
    [InlineData("start: 2026-09-07T07:00:00Z", "start: 2026-09-14T07:00:00Z")]
    [InlineData("handoff: MO 09:00", "handoff: MO 10:00")]
    [InlineData("time_zone: Europe/Berlin", "time_zone: Europe/Paris")]
    public void V44_Diff_WhenTheTurnsThemselvesChange_PrintsNoDatedForm(string written, string instead) =>
        Assert.Empty(Compare(Short, Short.Replace(written, instead, StringComparison.Ordinal).Replace("[ada, grace, cy]", "[dan]", StringComparison.Ordinal)).Edits);

    [Fact]
    public void V44_Diff_WhenALayerHasChangesAlready_KeepsThoseBefore_AndThoseThatAreStillPlanned()
    {
        const string changes = "\n    changes: [{ at: 2026-09-10T07:00:00Z, participants: [ada, grace, cy, dan] }, { at: 2026-12-07T08:00:00Z, participants: [ada] }]";
        var before = Short + changes;
        var comparison = Compare(before, before.Replace("[ada, grace, cy, dan]", "[\"7\", dan]", StringComparison.Ordinal));

        Assert.Equal(
            [
                "    participants: [ada, grace, cy]",
                "    changes:",
                "      - { at: 2026-09-10T07:00:00Z, participants: [ada, grace, cy, dan] }",
                "      - { at: 2026-09-21T07:00:00Z, participants: [\"7\", dan] }",
                "      - { at: 2026-12-07T08:00:00Z, participants: [ada] }",
            ],
            Assert.Single(comparison.Edits).Yaml);
    }

    [Fact]
    public void V44_Diff_WhenWhoIsOnDutyLeavesThePeople_SaysWhomToKeepThere()
    {
        var comparison = ConfigurationComparison.Between(
            Good(Team, Short),
            Good(Team.Replace("  grace: { name: Grace, slack: U0GRACE001 }\n", "", StringComparison.Ordinal), Short.Replace("[ada, grace, cy]", "[ada, cy]", StringComparison.Ordinal)),
            Now,
            Now + Duration.FromDays(30));

        Assert.Equal([new PersonId("grace")], Assert.Single(comparison.Edits).Gone);
    }

    [Fact]
    public void V44_Diff_InJson_HoldsTheDatedForm()
    {
        var comparison = Compare(Short, Short.Replace("[ada, grace, cy]", "[dan]", StringComparison.Ordinal));
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            ComparisonJson.Write(comparison, json);
        }

        using var document = JsonDocument.Parse(text.ToArray());
        var form = document.RootElement.GetProperty("datedForms")[0];
        Assert.Equal(("week", JsonValueKind.Null, "2026-09-21T07:00:00Z"), (form.GetProperty("schedule").GetString(), form.GetProperty("layer").ValueKind, form.GetProperty("until").GetString()));
        Assert.Equal(string.Join('\n', comparison.Edits[0].Yaml), form.GetProperty("yaml").GetString());
    }

    [Theory]
    [InlineData(44)]
    [InlineData(2026)]
    public void V44_DatedForm_PastedIntoAnySchedule_ChangesNoRunningShift_AndThenTheNewListTakesTurns(int seed)
    {
        var random = new Random(seed);
        var offered = 0;
        for (var tried = 0; tried < 60; tried++)
        {
            var rota = AnyRota.Of(random);
            var (before, edited) = (rota.Yaml(rota.Participants), rota.Yaml(rota.Edited));
            var now = rota.Start + Duration.FromMinutes(random.Next(60 * 24 * 400));
            var (old, next) = (Good(AnyRota.People, before), Good(AnyRota.People, edited));
            var where = $"seed {seed}, try {tried}, at {now}\n{before}\nedited: {rota.Edited}";
            var comparison = ConfigurationComparison.Between(old, next, now, now + Duration.FromDays(365));
            foreach (var edit in comparison.Edits)
            {
                offered++;
                where += $"\n{string.Join('\n', edit.Yaml)}";
                var pasted = Good(AnyRota.People, Paste(edited, edit));
                Assert.True(Shifts(old, now, edit.Until).SequenceEqual(Shifts(pasted, now, edit.Until)), where);
                Assert.True(AnyRota.TakesTurns(pasted.Schedules[new ScheduleId("any")].Definition, next.Schedules[new ScheduleId("any")].Definition.Layers[^1].Participants, edit.Until), where);
                Assert.True(ConfigurationComparison.Between(old, pasted, now, now + Duration.FromDays(365)).Edits.Count == 0, where);
            }

            Assert.True(comparison.Edits.Count > 0 || WhoIsOnCall(old, now).Equals(WhoIsOnCall(next, now)), where);
        }

        Assert.True(offered > 20, $"{offered} dated forms");
    }

    private static IEnumerable<(Instant From, Instant To, PersonSet People)> Shifts(OnCallConfiguration settings, Instant from, Instant to) =>
        settings.Schedules[new ScheduleId("any")].Calendar.Segments(from, to).Select(segment => (segment.From, segment.To, segment.People));

    private static PersonSet WhoIsOnCall(OnCallConfiguration settings, Instant at) => settings.Schedules[new ScheduleId("any")].Calendar.WhoIsOnCall(at);

    private static ConfigurationComparison Compare(string before, string after) =>
        ConfigurationComparison.Between(Good(Team, before), Good(Team, after), Now, Now + Duration.FromDays(30));

    /// <summary>As a person does: the printed lines in the place of the line that was edited.</summary>
    private static string Paste(string edited, ParticipantsEdit edit) =>
        string.Join('\n', edited.Split('\n').SelectMany(line => line.TrimStart().StartsWith("participants:", StringComparison.Ordinal) ? edit.Yaml : [line]));
}
