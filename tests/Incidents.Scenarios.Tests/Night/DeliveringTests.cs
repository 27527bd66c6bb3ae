using Incidents.Application.Alarms;
using Incidents.Application.Intake;
using Incidents.Application.Paging;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Scenarios.Tests.Night;

/// <summary>Channels that fail, are slow, or lie: somebody hears of it within a minute, and nobody hears of it twice without being told so.</summary>
public class DeliveringTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly Duration Second = Duration.FromSeconds(1);

    [Fact]
    public async Task F37_F48_SlackAnswers500_TheNextChannelHasItWithinAMinute_AndOnce()
    {
        using var night = new NightHost();
        night.Break(ChannelKind.Slack);
        await night.House.Fire("ringing-1");
        await night.Pass((4 * Minute) - Second);

        Assert.Equal(["0:55 sms Ana"], night.Pages.Of(ChannelKind.Sms));
        Assert.Equal(["3:00 voice Ana"], night.Pages.Of(ChannelKind.Voice));
        Assert.Empty(night.House.Fallback.Heard);
    }

    [Fact]
    public async Task F43_SlackRefusesForGood_TheNextChannelHasItAtOnce()
    {
        using var night = new NightHost();
        night.Pages.Answers(ChannelKind.Slack, _ => new DeliveryResult.Rejected("no_service"));
        await night.House.Fire("ringing-1");

        Assert.Equal(["0:00 slack Ana", "0:00 sms Ana"], night.Pages.Lines);
    }

    [Fact]
    public async Task F49_NobodyTakesIt_TheFallbackTopicHasItWithinAMinute()
    {
        using var night = new NightHost();
        night.Break(ChannelKind.Slack);
        await night.House.Fire("checkout-5xx");
        await night.Pass(Minute);

        Assert.Contains("cleo should look", Assert.Single(night.House.Fallback.Heard).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryChannelFails_OneDegradedMessageGoesOut_BeforeTheStepIsOver()
    {
        using var night = new NightHost();
        foreach (var kind in new[] { ChannelKind.Slack, ChannelKind.Sms, ChannelKind.Voice, ChannelKind.Email })
        {
            night.Break(kind);
        }

        await night.House.Fire("ringing-1");
        await night.Pass((5 * Minute) - Second);

        Assert.Single(night.House.Fallback.Heard);
    }

    [Fact]
    public async Task EveryChannelRefusesForGood_OneDegradedMessageGoesOutAtOnce()
    {
        using var night = new NightHost();
        foreach (var kind in new[] { ChannelKind.Slack, ChannelKind.Sms, ChannelKind.Voice, ChannelKind.Email })
        {
            night.Pages.Answers(kind, _ => new DeliveryResult.Rejected("gone"));
        }

        await night.House.Fire("ringing-1");

        Assert.Single(night.House.Fallback.Heard);
        Assert.Equal(4, night.Pages.Lines.Count);
    }

    [Fact]
    public async Task F39_F47_AnAnswerThatIsLostAfterAcceptance_IsTwoMessagesAtMost_TheSecondMarked_ThenTheNextChannel()
    {
        using var night = new NightHost();
        night.Pages.Answers(ChannelKind.Slack, _ => new DeliveryResult.Unknown("timeout"));
        await night.House.Fire("ringing-1");
        await night.Pass((5 * Minute) - Second);

        Assert.Equal(["0:00 slack Ana", "0:20 slack Ana (possible repeat)"], night.Pages.Of(ChannelKind.Slack));
        Assert.Equal(["0:20 sms Ana"], night.Pages.Of(ChannelKind.Sms));
    }

    [Fact]
    public async Task F38_RetryAfter_IsWaitedFor()
    {
        using var night = new NightHost();
        night.Pages.Answers(ChannelKind.Slack, _ => new DeliveryResult.RetryLater(NightHost.Began + (30 * Second) - night.Now, "429 rate_limited"));
        await night.House.Fire("ringing-1");
        night.Mend(ChannelKind.Slack);
        await night.Pass(Minute - Second);

        Assert.Equal(["0:00 slack Ana", "0:30 slack Ana"], night.Pages.Lines);
    }

    [Fact]
    public async Task F38_RetryAfterBeyondAMinute_GoesByTheNextChannel()
    {
        using var night = new NightHost();
        night.Pages.Answers(ChannelKind.Slack, _ => new DeliveryResult.RetryLater(NightHost.Began + (2 * Minute) - night.Now, "429 rate_limited"));
        await night.House.Fire("ringing-1");
        night.Mend(ChannelKind.Slack);
        await night.Pass(Minute);

        Assert.Equal(["0:00 slack Ana", "0:55 sms Ana"], night.Pages.Lines);
    }

    [Fact]
    public async Task F37_AReceiverThatAnswers500ForTwoMinutes_WithTwoSenders_HasOneMessage()
    {
        using var night = new NightHost();
        night.Break(ChannelKind.Slack);
        var taken = 0;
        await night.House.Fire("checkout-5xx");
        night.Pages.Answers(ChannelKind.Slack, message =>
        {
            if (night.Now < NightHost.Began + (2 * Minute))
            {
                return NightHost.TryAgain(BackOff.After(message.Attempt, message.Key));
            }

            Interlocked.Increment(ref taken);
            return new DeliveryResult.Delivered();
        });
        for (var second = 0; second < 240; second++)
        {
            night.Sleep(Second);
            await Task.WhenAll(Task.Run(night.Sweep), Task.Run(night.Sweep));
        }

        Assert.Equal(1, taken);
    }

    [Fact]
    public async Task F49_SlackIsDownForAnHour_OnItsReturnOneSummaryAChannel_NotAReplay()
    {
        using var night = new NightHost();
        night.Break(ChannelKind.Slack);
        foreach (var name in new[] { "checkout-1", "ringing-1", "gap-1", "one-1", "two-1" })
        {
            await night.House.Fire(name);
            await night.Pass(7 * Second);
        }

        await night.Pass(Minute);
        Assert.NotEmpty(night.House.Fallback.Heard);
        Assert.NotEmpty(night.Pages.Of(ChannelKind.Sms));

        await night.Pass(NightHost.Began + (52 * Minute) - night.Now);
        night.Pages.Clear();
        night.Mend(ChannelKind.Slack);
        await night.Pass(3 * Minute);

        Assert.EndsWith("and 4 more", Assert.Single(night.Pages.Of(ChannelKind.Slack)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F49_APage_ThatIsNotWaitedForAlone_IsStillTriedOnItsOwnChannel()
    {
        using var night = new NightHost();
        night.Break(ChannelKind.Slack);
        await night.House.Fire("ringing-1");
        await night.Pass(2 * Minute);
        night.Mend(ChannelKind.Slack);
        night.Pages.Clear();
        await night.Pass(Minute);

        Assert.Single(night.Pages.Of(ChannelKind.Slack));
    }

    [Fact]
    public async Task ABacklogFourHoursOld_IsOneSummary()
    {
        using var night = new NightHost();
        for (var alarm = 0; alarm < 40; alarm++)
        {
            await Late(night, $"nobody-claims-{alarm}", Duration.FromHours(4));
            await night.Pass(Duration.FromMilliseconds(250));
        }

        await night.Pass(59 * Second);

        Assert.Single(night.Pages.Of(ChannelKind.Slack));
    }

    [Fact]
    public async Task ABacklogOfManyServices_IsOneSummary_ThatNamesThemAll()
    {
        using var night = new NightHost();
        foreach (var name in new[] { "checkout-1", "ringing-1", "gap-1", "one-1", "two-1", "other" })
        {
            await Late(night, name, Duration.FromHours(4));
            await night.Pass(2 * Second);
        }

        await night.Pass(50 * Second);

        Assert.EndsWith("and 5 more", Assert.Single(night.Pages.Of(ChannelKind.Slack)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheIncident_TellsOfEveryAttempt_ByWhichChannel_WithTheAnswer()
    {
        using var night = new NightHost();
        night.Pages.Answers(ChannelKind.Slack, message => message.Attempt == 1 ? NightHost.TryAgain(Second) : new DeliveryResult.Rejected("no_service"));
        await night.House.Fire("ringing-1");
        await night.Pass(5 * Second);
        var story = await night.Story();

        Assert.Equal("503", Assert.Single(story.OfType<PageDeferred>()).Answer);
        Assert.False(Assert.Single(story.OfType<PageRetried>()).MayBeRepeat);
        Assert.Equal(("slack", "no_service"), (story.OfType<PageFailed>().Single().Channel, story.OfType<PageFailed>().Single().Answer));
        Assert.Equal((new PersonId("ana"), "sms"), (story.OfType<PageSent>().Single().Person, story.OfType<PageSent>().Single().Channel));
    }

    private static Task<AlarmOutcome> Late(NightHost night, string alarm, Duration age)
    {
        var sent = night.Now - age;
        return night.House.Get<ReceiveAlarm>().Handle(new AlarmMessage(AlarmBody.Metric(alarm, "ALARM", sent), Subject: null, MessageId: null, TopicArn: null, sent), CancellationToken.None);
    }
}
