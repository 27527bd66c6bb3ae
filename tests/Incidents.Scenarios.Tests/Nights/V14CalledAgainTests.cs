using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Incidents.Scenarios.Tests.Night;
using NodaTime;

namespace Incidents.Scenarios.Tests.Nights;

/// <summary>A phone that is muted lets the second call from one number through.</summary>
public sealed class V14CalledAgainTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public async Task V14_Call_WhenItIsNotAnswered_IsMadeOnceMoreWithinTwoMinutes()
    {
        using var night = new NightHost();
        await night.House.Fire("ringing-1");
        await night.Pass((5 * Minute) - Duration.FromSeconds(1));

        Assert.Equal(["3:00 voice Ana", "4:00 voice Ana"], night.Pages.Of(ChannelKind.Voice));
    }

    [Fact]
    public async Task V14_Call_WhenTheIncidentIsAcknowledgedMeanwhile_IsNotRepeated()
    {
        using var night = new NightHost();
        await night.House.Fire("ringing-1");
        await night.Pass((3 * Minute) + Duration.FromSeconds(40));
        await night.House.Acknowledge(new IncidentNumber(1));
        await night.Pass(10 * Minute);

        Assert.Equal(["3:00 voice Ana"], night.Pages.Of(ChannelKind.Voice));
    }

    [Fact]
    public async Task V14_RepeatedCall_WhenItFails_AsksNoOtherChannelAndNoFallback()
    {
        using var night = new NightHost();
        await night.House.Fire("ringing-1");
        await night.Pass((3 * Minute) + Duration.FromSeconds(30));
        night.Pages.Answers(ChannelKind.Voice, _ => new DeliveryResult.Rejected("gone"));
        await night.Pass(Minute);

        Assert.Equal(["0:00 slack Ana", "1:00 sms Ana", "3:00 voice Ana", "4:00 voice Ana"], night.Pages.Lines);
        Assert.Empty(night.House.Fallback.Heard);
    }

    [Fact]
    public async Task V14_RepeatedCall_IsNotBroughtForwardForAChannelThatFails()
    {
        using var night = new NightHost("""
            channels: { voice: { origination: "+12065550100" } }
            people:
              ana: { name: Ana, slack: U0ANA00001, phone: "+4915100000001", notify: { high: [{ channel: voice }, { channel: slack, after: 10s }] } }
            escalation_policies:
              p: { steps: [{ targets: [person: ana] }] }
            services:
              checkout: { alarms: ["checkout-*"], policy: p }
            catch_all: { targets: [person: ana] }
            """);
        night.Pages.Answers(ChannelKind.Slack, _ => new DeliveryResult.Rejected("no_service"));
        await night.House.Fire("checkout-5xx");
        await night.Pass(2 * Minute);

        Assert.Equal(["0:00 voice Ana", "0:10 slack Ana", "1:00 voice Ana"], night.Pages.Lines);
    }
}
