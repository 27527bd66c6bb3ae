using Incidents.Domain.Incidents;
using Incidents.Scenarios.Tests.Night;
using NodaTime;

namespace Incidents.Scenarios.Tests.Nights;

/// <summary>The second night: a composite alarm is 3 minutes in ALARM and 9 minutes OK, for eight hours.</summary>
public class FlappingNightTests
{
    private const string Configuration = """
        channels:
          sms: { origination: "+12065550100" }
          voice: { origination: "+12065550100" }
        people:
          ana: { name: Ana, slack: U0ANA00001, phone: "+4915100000001" }
          ben: { name: Ben, slack: U0BEN00001, phone: "+4915100000002" }
          dora: { name: Dora, slack: U0DORA0001, phone: "+4915100000004" }
        schedules:
          primary: { time_zone: Etc/UTC, rotation: weekly, handoff: "MO 09:00", participants: [ana] }
          secondary: { time_zone: Etc/UTC, rotation: weekly, handoff: "MO 09:00", participants: [ben] }
        escalation_policies:
          standard: { steps: [{ targets: [schedule: primary], timeout: 5m }, { targets: [schedule: secondary], timeout: 5m }] }
        services:
          checkout: { alarms: ["checkout-*"], policy: standard }
          patient: { alarms: ["patient-*"], policy: standard, resolve_after: 15m }
        catch_all: { targets: [person: dora] }
        """;

    private static readonly string[] OfAna = ["0:00-1:00 slack, sms", "3:00 voice", "12:00 slack", "37:00-38:00 slack, sms", "40:00-41:00 voice x2"];
    private static readonly string[] OfBen = ["14:00-15:00 slack, sms", "36:00-37:00 slack, sms", "39:00-40:00 voice x2", "42:00-43:00 slack, sms", "45:00-46:00 voice x2"];
    private static readonly string[] OfBenWherePatient = ["14:00-15:00 slack, sms", "24:00-25:00 voice x2", .. OfBen[1..]];

    /// <summary>The last resort: every quarter of an hour until the night ends.</summary>
    private static readonly string[] OfDora = [.. Enumerable.Range(0, 29).SelectMany(n => new[] { $"{47 + (15 * n)}:00-{48 + (15 * n)}:00 slack, sms", $"{50 + (15 * n)}:00-{51 + (15 * n)}:00 voice x2" })];
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly IncidentNumber First = new(1);

    [Theory]
    [InlineData("checkout", 5)]
    [InlineData("patient", 6)]
    public async Task V07_Night2_NobodyAnswers_InterruptsTheFirstFiveTimesAndReachesTheSecondIn14Minutes(string service, int ofTheSecond)
    {
        using var night = new NightHost(Configuration);
        await Flap(night, service, times: 40);

        Assert.Equal(["0:00 slack Ana", "1:00 sms Ana", "3:00 voice Ana", "12:00 slack Ana", "37:00 slack Ana", "38:00 sms Ana", "40:00 voice Ana", "41:00 voice Ana"], Of(night, "Ana"));
        Assert.Equal((5, ofTheSecond), (night.Interrupted("Ana").Count, night.Interrupted("Ben").Count));
        Assert.Equal(OfAna, night.Interrupted("Ana"));
        Assert.Equal(service == "checkout" ? OfBen : OfBenWherePatient, night.Interrupted("Ben"));
        Assert.Equal(OfDora, night.Interrupted("Dora"));
        Assert.Equal("14:00 slack Ben", Of(night, "Ben")[0]);
        Assert.Equal(58, night.Pages.Of("voice").Count(line => line.EndsWith("Dora", StringComparison.Ordinal)));
        Assert.Single(await night.House.Store.OpenIncidents(CancellationToken.None));
        Assert.Single(await night.Story(), e => e is FlappingBegan);
    }

    [Theory]
    [InlineData("checkout")]
    [InlineData("patient")]
    public async Task Night2_WhenSimulated_SaysTheSame(string service)
    {
        using var night = new NightHost(Configuration);
        await Flap(night, service, times: 40);
        var simulated = await Simulated.Of(night);

        Assert.Equal(OfAna, simulated.Interrupted("Ana"));
        Assert.Equal(service == "checkout" ? OfBen : OfBenWherePatient, simulated.Interrupted("Ben"));
        Assert.Equal(OfDora, simulated.Interrupted("Dora"));
    }

    /// <summary>The end of a few seconds drops what was to ring; the card stands, and so do the times of text and call.</summary>
    [Fact]
    public async Task V07_ReturnWithinSeconds_KeepsTheTextAndTheCallOfThePageThatStands()
    {
        using var night = new NightHost(NightHost.Configuration.Replace("""ringing: { alarms: ["ringing-*"], policy: ringing }""", """ringing: { alarms: ["ringing-*"], policy: ringing, resolve_after: 0m }""", StringComparison.Ordinal));
        await night.House.Fire("ringing-1");
        await night.Pass(3 * (Minute / 60));
        await night.House.Recover("ringing-1");
        await night.Pass(3 * (Minute / 60));
        Assert.False((await night.House.Look(First)).IsOpen);
        await night.House.Fire("ringing-1");
        await night.Pass(4 * Minute);

        Assert.Equal(["0:00 slack Ana", "1:00 sms Ana", "3:00 voice Ana", "4:00 voice Ana"], Of(night, "Ana"));
    }

    [Fact]
    public async Task V07_Night2_Acknowledged_IsSilentAndEndsWhenTheAlarmIsOkForHalfAnHour()
    {
        using var night = new NightHost(Configuration);
        await Flap(night, "checkout", times: 4);
        await night.House.Acknowledge(First, "ben");
        night.Pages.Clear();
        var heard = night.House.Channel.Heard.Count;
        await Flap(night, "checkout", times: 20);

        Assert.Empty(night.Pages.Lines);
        Assert.Equal(heard, night.House.Channel.Heard.Count);
        await night.Pass(20 * Minute);
        Assert.True((await night.House.Look(First)).IsOpen);
        await night.Pass(2 * Minute);
        Assert.Equal((IncidentStatus.Resolved, null), ((await night.House.Look(First)).Status, (await night.House.Look(First)).FlappingSince));
    }

    [Fact]
    public async Task V07_AnIncident_ThatReturnsAfterItWasAnswered_StartsItsPolicyOver()
    {
        using var night = new NightHost(Configuration);
        await night.House.Fire("checkout-down");
        await night.House.Acknowledge(First);
        await night.Pass(3 * Minute);
        await night.House.Resolve(First);
        night.Pages.Clear();
        await night.Pass(9 * Minute);
        await night.House.Recover("checkout-down");
        await night.House.Fire("checkout-down", at: night.Now + Duration.FromMilliseconds(1));
        await night.Pass(6 * Minute);

        Assert.Equal(["12:00 slack Ana", "13:00 sms Ana", "15:00 voice Ana", "16:00 voice Ana", "17:00 slack Ben", "18:00 sms Ben"], night.Pages.Lines);
    }

    private static async Task Flap(NightHost night, string service, int times)
    {
        for (var round = 0; round < times; round++)
        {
            await night.House.Send(AlarmBody.Composite($"{service}-down", "ALARM", night.Now, "some-child"));
            await night.Pass(3 * Minute);
            await night.House.Send(AlarmBody.Composite($"{service}-down", "OK", night.Now, "some-child"));
            await night.Pass(9 * Minute);
        }
    }

    private static List<string> Of(NightHost night, string person) => [.. night.Pages.Lines.Where(line => line.EndsWith(person, StringComparison.Ordinal))];
}
