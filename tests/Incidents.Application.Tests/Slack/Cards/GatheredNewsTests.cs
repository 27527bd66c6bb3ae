using Incidents.Application.Notifications;
using Incidents.Application.Slack.Cards;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Tests.Slack.Cards;

public sealed class GatheredNewsTests
{
    private static readonly GatheredNews Reachable = new(new CardLinks("prod", new Uri("https://incidents.example.com")));

    [Fact]
    public void V02_News_ToldTogether_MentionsWhomTheSingleMessagesWould()
    {
        var held = Held();
        var joined = new CardJson(Reachable.Render([new IncidentUpdate(Briefings.Triggered().Acknowledged(), UpdateKind.Acknowledged), new IncidentUpdate(held, UpdateKind.AlarmsJoined)]));
        var taken = new CardJson(Reachable.Render([new IncidentUpdate(held, UpdateKind.Acknowledged), new IncidentUpdate(held, UpdateKind.Mitigated)]));

        Assert.Equal("2 incidents, worst: INC-142 Sev1 checkout: checkout-api-cpu-high", joined.LockScreen);
        Assert.Contains("• INC-142 Sev1 checkout: acknowledged (Ana Ruiz)", joined.Text, StringComparison.Ordinal);
        Assert.Equal(2, joined.Raw.Split("<@U012ABCDEF>").Length);
        Assert.StartsWith("1 incidents acknowledged, worst: INC-142", new CardJson(Reachable.Render([new IncidentUpdate(held, UpdateKind.Acknowledged)])).LockScreen, StringComparison.Ordinal);
        Assert.DoesNotContain("<@", taken.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void V02_StillOnIt_OfTwo_AsksTheHolderOnce()
    {
        var card = new CardJson(Reachable.Render([new IncidentUpdate(Held(), UpdateKind.StillOnIt), new IncidentUpdate(Held(), UpdateKind.StillOnIt)]));

        Assert.Equal(2, card.Raw.Split("<@U012ABCDEF>").Length);
        Assert.Contains("Still on it, all 2", card.ButtonTexts);
    }

    private static NotificationContent Held()
    {
        var briefing = Briefings.Triggered().Acknowledged();
        return briefing with { Holder = briefing.Paged[0] };
    }
}
