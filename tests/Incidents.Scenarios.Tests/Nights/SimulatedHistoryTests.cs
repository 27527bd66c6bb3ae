using System.Text;
using System.Text.Json;
using Incidents.Cli.Simulation;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain;
using Incidents.Scenarios.Tests.Night;
using NodaTime;

namespace Incidents.Scenarios.Tests.Nights;

/// <summary>What `incidents simulate` makes of a history in which people did something, and what it says of interruptions.</summary>
public class SimulatedHistoryTests
{
    private const string Acknowledged = """{"at":"2026-09-14T03:14:00Z","act":"acknowledge","incident":"INC-1","by":"ana"}""";

    private static readonly Instant Began = NightHost.Began;

    [Theory]
    [InlineData(60, 1)]
    [InlineData(61, 2)]
    public void Messages_WhenNoMoreThanAMinuteLiesBetweenThem_AreOneInterruption(int seconds, int interruptions)
    {
        SimulatedMessage[] messages =
        [
            new(Began, new PersonId("ana"), "Ana", "slack", OutOfHours: true),
            new(Began + Duration.FromSeconds(30), new PersonId("ben"), "Ben", "slack", OutOfHours: true),
            new(Began + Duration.FromSeconds(seconds), new PersonId("ana"), "Ana", "sms", OutOfHours: true),
        ];

        Assert.Equal(interruptions, Interruption.Of(messages).Count(one => one.Person == new PersonId("ana")));
        Assert.Single(Interruption.Of(messages), one => one.Person == new PersonId("ben"));
    }

    [Fact]
    public async Task Acknowledgement_InAHistory_StopsThePolicy_AndItsHolderIsAskedAndPagedAgain()
    {
        var report = await Replay(Alarm(), Acknowledged);

        Assert.Equal(
            ["03:12:00 slack, sms", "03:39:00 slack", "03:44:00 slack, sms"],
            report.Interruptions.Single(person => person.Key == "Ana").Take(3).Select(one => $"{one.From:HH:mm:ss} {one.By}"));
        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task Maintenance_InAHistory_KeepsPagesBack() =>
        Assert.DoesNotContain((await Replay("""{"at":"2026-09-14T03:11:00Z","act":"maintenance","by":"ana","to":"2026-09-14T05:00:00Z","services":["checkout"]}""", Alarm())).Messages, m => m.At < Began + Duration.FromHours(1));

    [Theory]
    [InlineData("""{"at":"soon","act":"resolve","incident":"INC-1","by":"ana"}""", "at")]
    [InlineData("""{"at":"2026-09-14T03:14:00Z","act":"dance","incident":"INC-1","by":"ana"}""", "act")]
    [InlineData("""{"at":"2026-09-14T03:14:00Z","act":"resolve","incident":"one","by":"ana"}""", "incident")]
    [InlineData("""{"at":"2026-09-14T03:14:00Z","act":"resolve","incident":"INC-7","by":"ana"}""", "resolve INC-7")]
    [InlineData("""{"at":"2026-09-14T03:14:00Z","act":"resolve","incident":"INC-1","by":"zork"}""", "by")]
    [InlineData("""{"at":"2026-09-14T03:14:00Z","act":"resolve","incident":"INC-1"}""", "by")]
    [InlineData("""{"at":"2026-09-14T03:14:00Z","act":"snooze","incident":"INC-1","by":"ana"}""", "until")]
    [InlineData("""{"at":"2026-09-14T03:14:00Z","act":"maintenance","by":"ana"}""", "to")]
    public async Task Act_ThatCannotBeDone_IsNamedWithItsLine(string line, string place) =>
        Assert.StartsWith($"line 2: {place}", Assert.Single((await Replay(Alarm(), line)).Problems), StringComparison.Ordinal);

    [Fact]
    public async Task TextAndJson_HoldTheInterruptionsByPerson()
    {
        var report = await Replay(Alarm(), Acknowledged, Alarm("OK", 150), Acknowledged.Replace("03:14", "03:15", StringComparison.Ordinal).Replace("acknowledge", "resolve", StringComparison.Ordinal));
        using var json = new MemoryStream();
        SimulationJson.Write(report, json);
        using var answer = JsonDocument.Parse(json.ToArray());
        var first = answer.RootElement.GetProperty("interruptions")[0];
        var text = SimulationText.Lines(report).ToList();

        Assert.Equal(("ana", "2026-09-14T03:12:00Z", "2026-09-14T03:13:00Z"), (first.GetProperty("person").GetString(), first.GetProperty("from").GetString(), first.GetProperty("to").GetString()));
        Assert.Equal((1, 1), (first.GetProperty("messages").GetProperty("slack").GetInt32(), first.GetProperty("messages").GetProperty("sms").GetInt32()));
        Assert.Equal(1, answer.RootElement.GetProperty("interruptions").GetArrayLength());
        Assert.Equal("    2026-09-14 03:12:00Z to 2026-09-14 03:13:00Z  slack, sms", text[text.IndexOf("interruptions by person:") + 2]);
    }

    private static string Alarm(string state = "ALARM", int seconds = 0) => AlarmBody.Metric("checkout-5xx", state, Began + Duration.FromSeconds(seconds)).ReplaceLineEndings(" ");

    private static Task<SimulationReport> Replay(params string[] lines)
    {
        const string team = """
            channels:
              sms: { origination: "+12065550100" }
            people:
              ana: { name: Ana, slack: U0ANA00001, phone: "+4915100000001" }
              ben: { name: Ben, slack: U0BEN00001 }
            escalation_policies:
              standard: { steps: [{ targets: [person: ana], timeout: 10m }, { targets: [person: ben] }] }
            services:
              checkout: { alarms: ["checkout-*"], policy: standard }
            catch_all: { targets: [person: ben] }
            """;
        var loaded = ConfigurationLoader.Load([new ConfigurationFile("oncall.yaml", Encoding.UTF8.GetBytes(team))], "config", Began);
        return SimulationReport.Run(AlarmHistory.Read(lines), Assert.IsType<ConfigurationResult.Valid>(loaded).Configuration, acknowledgeAfter: null, CancellationToken.None);
    }
}
