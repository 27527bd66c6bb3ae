using System.Globalization;
using Incidents.Application.Actions;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Incidents.Scenarios.Tests.Night;
using NodaTime;

namespace Incidents.Scenarios.Tests.Nights;

/// <summary>Night 4: many services fail at once, and one person has them all.</summary>
public sealed class StormTests
{
    private static readonly string[] OfAna = ["0:00-15:00 slack x11, sms x6, voice x6"];
    private static readonly Actor Ana = new("ana", "Ana", Via.CommandLine);
    private static readonly Duration Second = Duration.FromSeconds(1);
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public async Task V02_Night4_StormOf40Services_ThreeStepsToOnePerson_AreSixInterruptionsAtMost_AndOnePressEndsIt()
    {
        using var night = await Play();

        Assert.Equal(OfAna, night.Interrupted("Ana"));
        Assert.Equal(40, await Paged(night, 40));
        var pages = night.Pages.Lines.Count;
        await night.Pass(20 * Minute);
        Assert.Equal(pages, night.Pages.Lines.Count);
    }

    [Fact]
    public async Task Night4_WhenSimulated_SaysTheSame()
    {
        using var night = await Play();
        await night.Pass(20 * Minute);

        Assert.Equal(OfAna, (await Simulated.Of(night)).Interrupted("Ana"));
    }

    private static async Task<NightHost> Play()
    {
        var night = new NightHost(Services(40));
        await Storm(night, 40, Duration.FromMilliseconds(250));
        await night.Pass((14 * Minute) + (50 * Second));
        List<IncidentNumber> all = [.. Enumerable.Range(1, 40).Select(n => new IncidentNumber(n))];
        all.ForEach(number => night.House.Did("acknowledge", number, "ana"));
        var pressed = await night.House.Get<ActOnSeveral>().Acknowledge(all, Ana, CancellationToken.None);
        Assert.All(pressed, result => Assert.Null(result.Problem));
        return night;
    }

    /// <summary>With steps of five minutes each person is told of all of them twice in that time.</summary>
    [Theory]
    [InlineData("stray", 100)]
    [InlineData("s", 20)]
    public async Task V02_1000Alarms_FirstPageAtOnce_20SlackMessagesIn10Minutes_NoneLost_EachItsOwnIncident(string name, int apart)
    {
        using var night = new NightHost(Services(name == "s" ? 1_000 : 1));
        await Storm(night, 1_000, Duration.FromMilliseconds(apart), name);
        await night.Pass((10 * Minute) - (apart * Second));

        Assert.Equal("0:00 slack Ana", night.Pages.Lines[0]);
        Assert.InRange(night.Pages.Of(ChannelKind.Slack).Count, 4, 20);
        Assert.Equal(1_000, await Paged(night, 1_000));
    }

    [Fact]
    public async Task V02_FourthPageWithinAMinute_LeavesWithin15Seconds_WithThoseAfterIt()
    {
        using var night = new NightHost(Services(6));
        await Storm(night, 6, 2 * Second);
        await night.Pass(30 * Second);

        Assert.Equal(["0:00 slack Ana", "0:02 slack Ana", "0:04 slack Ana", "0:16 slack Ana and 2 more"], night.Pages.Of(ChannelKind.Slack));
    }

    [Fact]
    public async Task V02_WorseSeverity_InAStorm_NeverWaits()
    {
        using var night = new NightHost(Services(6, worst: 6));
        await Storm(night, 6, Second);

        Assert.Equal("0:05 slack Ana", night.Pages.Of(ChannelKind.Slack)[^1]);
    }

    [Fact]
    public async Task V02_AcknowledgedWhileItWaits_IsNotInTheMessage()
    {
        using var night = new NightHost(Services(5));
        await Storm(night, 5, Duration.Zero);
        await night.House.Acknowledge(new IncidentNumber(5));
        await night.Pass(20 * Second);

        Assert.Equal(["0:00 slack Ana", "0:00 slack Ana", "0:00 slack Ana", "0:10 slack Ana"], night.Pages.Of(ChannelKind.Slack));
    }

    [Fact]
    public async Task V02_ChannelThatAskedToWait_IsAskedAgainWhenThatIsOver_InOneMessage_WithoutAFailedTry()
    {
        using var night = new NightHost(Services(3));
        night.Pages.Answers(ChannelKind.Slack, _ => new DeliveryResult.RetryLater(NightHost.Began + (30 * Second) - night.Now, "429 rate_limited"));
        await night.House.Fire("s1-5xx");
        night.Mend(ChannelKind.Slack);
        await night.Pass(2 * Second);
        await night.House.Fire("s2-5xx");
        await night.House.Fire("s3-5xx");
        await night.Pass(40 * Second);

        Assert.Equal(["0:00 slack Ana", "0:30 slack Ana and 2 more"], night.Pages.Lines);
        Assert.Empty((await night.Story(2)).OfType<PageFailed>());
        Assert.Empty((await night.Story(2)).OfType<PageDeferred>());
    }

    [Fact]
    public async Task V02_TextsAndCalls_InAStorm_AreOnePerMinute_AndNameWhatTheyTellOf()
    {
        using var night = new NightHost(Services(12));
        await Storm(night, 12, 2 * Second);
        await night.Pass(4 * Minute);

        Assert.Equal(["1:00 sms Ana", "2:00 sms Ana and 10 more"], night.Pages.Of(ChannelKind.Sms));
        Assert.Equal(["3:00 voice Ana", "4:00 voice Ana and 11 more"], night.Pages.Of(ChannelKind.Voice));
    }

    [Fact]
    public async Task V02_TextWithoutRoomForAll_LeavesTheRestToTheNext_AndOnlyNamedOnesCountAsTold()
    {
        using var night = new NightHost(Services(80));
        await Storm(night, 80, Duration.FromMilliseconds(250));
        for (var even = 2; even <= 80; even += 2)
        {
            await night.House.Acknowledge(new IncidentNumber(even));
        }

        await night.Pass((2 * Minute) + (10 * Second));
        var named = Named(night.Pages.Of(ChannelKind.Sms));
        Assert.InRange(named, 2, 39);
        Assert.Equal(named, await Paged(night, 80, ChannelKind.Sms));

        await night.Pass(Minute);
        Assert.Equal(40, Named(night.Pages.Of(ChannelKind.Sms)));
        Assert.Equal(40, await Paged(night, 80, ChannelKind.Sms));
    }

    /// <summary>How many incidents the messages name together.</summary>
    private static int Named(IEnumerable<string> lines) =>
        lines.Sum(line => line.Split(" and ") is [_, var more] ? 1 + int.Parse(more.Split(' ')[0], CultureInfo.InvariantCulture) : 1);

    private static async Task Storm(NightHost night, int count, Duration apart, string name = "s")
    {
        for (var service = 1; service <= count; service++)
        {
            await night.House.Fire($"{name}{service}-5xx");
            if (apart > Duration.Zero)
            {
                await night.Pass(apart);
            }
        }
    }

    /// <summary>How many of the incidents a channel has accepted a message about that names them.</summary>
    private static async Task<int> Paged(NightHost night, int count, string channel = ChannelKind.Slack)
    {
        var paged = 0;
        for (var number = 1; number <= count; number++)
        {
            paged += (await night.Story(number)).Any(e => e is PageSent sent && sent.Channel == channel) ? 1 : 0;
        }

        return paged;
    }

    /// <summary>Services that do not group, one person, three steps.</summary>
    private static string Services(int count, int worst = 0, string timeout = "5m") => $$"""
        channels:
          sms: { origination: "+12065550100" }
          voice: { origination: "+12065550100" }
        people:
          ana: { name: Ana, slack: U0ANA00001, phone: "+4915100000001" }
        escalation_policies:
          standard: { steps: [{ targets: [person: ana], timeout: {{timeout}} }, { targets: [person: ana], timeout: {{timeout}} }, { targets: [person: ana], timeout: {{timeout}} }] }
        services:
        {{string.Join('\n', Enumerable.Range(1, count).Select(n => string.Create(CultureInfo.InvariantCulture, $"  s{n}: {{ alarms: [\"s{n}-*\"], policy: standard, severity: {(n == worst ? "sev1" : "sev2")} }}")))}}
        catch_all: { targets: [person: ana] }
        """;
}
