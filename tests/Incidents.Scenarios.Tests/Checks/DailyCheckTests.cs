using Incidents.Application.Alarms;
using Incidents.Application.Intake;
using Incidents.Application.Measuring;
using Incidents.Application.Notifications;
using Incidents.Application.Reconcile;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Cards;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Scenarios.Tests.Measuring;
using Incidents.Scenarios.Tests.Slack;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Scenarios.Tests.Checks;

/// <summary>An alarm that fires once a day for nothing but to be paged, on a house with a real Slack channel.</summary>
public sealed class DailyCheckTests : IDisposable
{
    private const string Name = "incidents-synthetic";

    private readonly HeardMeasurements measured = new();
    private readonly ListeningWebhook slack = new();
    private readonly KnownStates cloudWatch = new();
    private readonly ScenarioHost house;

    public DailyCheckTests() => house = new ScenarioHost(configuration: Claimed, parts: services => services
        .AddSingleton(AlarmAllowList.Any with { Synthetic = new SyntheticAlarm($"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:{Name}") })
        .AddSingleton<IMeasurements>(measured)
        .AddSingleton<IAlarmStates>(cloudWatch)
        .AddSingleton<INotificationChannel>(s => new SlackWebhookChannel(slack, () => new CardLinks("tests", new Uri("https://incidents.example.com")), s.GetRequiredService<TimeProvider>())));

    public void Dispose() => house.Dispose();

    [Fact]
    public async Task TheWholeWay_OneMessageThatMentionsNobody_AndItsMeasure_ThenNothing()
    {
        var incident = await Fire();
        await house.Pass(Duration.FromMinutes(5));
        var outcome = await house.Recover(Name);
        await house.Pass(Duration.FromHours(1));

        Assert.Equal((IncidentSource.DailyCheck, Severity.Sev4, Urgency.Low), (incident.Source, incident.Severity, incident.Urgency));
        var message = Assert.Single(slack.Posts);
        Assert.Contains("Daily check", message, StringComparison.Ordinal);
        Assert.DoesNotContain("<@", message, StringComparison.Ordinal);
        Assert.DoesNotContain("actions", message, StringComparison.Ordinal);
        Assert.Single(measured.SecondsOf(MetricNames.DailyCheckPagedSeconds));
        Assert.Equal((AlarmDecision.Recovered, IncidentStatus.Resolved), (outcome.Decision, outcome.Incident!.Incident.Status));
        Assert.Null((await house.Look(incident.Number)).Due);
    }

    [Fact]
    public async Task NothingIsLeftOfIt_NoPostmortem_NoHistory_NoFigures()
    {
        var incident = await Fire();
        await house.Acknowledge(incident.Number);
        await house.Recover(Name, house.Clock.Now() + Duration.FromSeconds(1));

        Assert.Null(await house.Store.Postmortem(incident.Number, default));
        Assert.Empty((await house.Store.History(after: null, house.Clock.Now(), limit: 10, default)).Incidents);
        Assert.Empty(measured.SecondsOf(MetricNames.AlarmToPageSeconds));
        Assert.Empty(measured.SecondsOf(MetricNames.TimeToAcknowledgeSeconds));
    }

    [Fact]
    public async Task TheNextDay_IsAnotherIncident()
    {
        await Fire();
        await house.Recover(Name, house.Clock.Now() + Duration.FromSeconds(1));
        house.Clock.Jump(Duration.FromDays(1));
        await Fire();

        Assert.Equal(2, slack.Posts.Count);
        Assert.Equal(2, measured.SecondsOf(MetricNames.DailyCheckPagedSeconds).Count);
    }

    [Fact]
    public async Task ARealAlarm_NeitherTakesItIn_NorVanishesInIt()
    {
        var real = (await house.Fire("checkout-5xx")).Incident!.Incident.Number;
        var check = (await Fire()).Number;
        var other = await house.Fire("strange-thing");

        Assert.NotEqual(real, check);
        Assert.Equal(AlarmDecision.Triggered, other.Decision);
        Assert.Contains("U0BEN00001", slack.Posts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task SlackThatTakesNothing_IsToldToTheFallbackTopic_AndNotMeasured()
    {
        slack.Answer = () => new DeliveryResult.Rejected("no_service");
        await Fire();

        Assert.Contains("it did not reach Slack", Assert.Single(house.Fallback.Heard).Text, StringComparison.Ordinal);
        Assert.Equal(1, measured.CountOf(MetricNames.PagesFailed));
        Assert.Empty(measured.SecondsOf(MetricNames.DailyCheckPagedSeconds));
    }

    [Fact]
    public async Task OneWhoseMessageNeverCame_IsNotTakenUp_OrNobodyWouldNotice()
    {
        await house.Get<IReconcileStore>().Mark(house.Clock.Now(), default);
        cloudWatch.Now.Add(KnownStates.Alarm(Name, house.Clock.Now() - Duration.FromMinutes(1)));

        Assert.Equal(Repairs.None, await house.Get<ReconcileIncidents>().Run(default));
        Assert.Empty(slack.Posts);
    }

    [Theory]
    [InlineData("of another account", "arn:aws:cloudwatch:eu-west-1:999999999999:alarm:incidents-synthetic", "999999999999", IncidentSource.Alarm)]
    [InlineData("of another region", "arn:aws:cloudwatch:eu-west-2:123456789012:alarm:incidents-synthetic", "123456789012", IncidentSource.Alarm)]
    [InlineData("with a name that goes on", "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:incidents-synthetic-volume", "123456789012", IncidentSource.Alarm)]
    [InlineData("with no version", "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:incidents-synthetic-v", "123456789012", IncidentSource.Alarm)]
    [InlineData("of a version", "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:incidents-synthetic-v17", "123456789012", IncidentSource.VersionCheck)]
    public async Task ItIsKnownByItsWholeArn(string which, string arn, string account, IncidentSource source)
    {
        var outcome = await house.Send($$"""{ "AlarmName":"incidents-synthetic","AlarmArn":"{{arn}}","AWSAccountId":"{{account}}","AlarmDescription":"daily check","NewStateValue":"ALARM","NewStateReason":"{{which}}","StateChangeTime":"2026-09-14T03:12:00.000+0000" }""");

        Assert.Equal((which, source), (which, outcome.Incident!.Incident.Source));
        Assert.Equal(source == IncidentSource.Alarm, slack.Posts[0].Contains("<@", StringComparison.Ordinal));
        Assert.Empty(measured.SecondsOf(MetricNames.DailyCheckPagedSeconds));
    }

    [Fact]
    public async Task ATextThatSpeaksOfIt_IsAText()
    {
        var outcome = await house.Send($"Daily check arn:aws:cloudwatch:eu-west-1:123456789012:alarm:{Name} is in ALARM");

        Assert.False(outcome.Incident!.Incident.Source.IsCheck());
    }

    private async Task<Incident> Fire()
    {
        var outcome = await house.Fire(Name);
        Assert.Equal(AlarmDecision.Triggered, outcome.Decision);
        return outcome.Incident!.Incident;
    }

    /// <summary>With a service that would take the alarm, did it not know better.</summary>
    private static string Claimed => ScenarioHost.Configuration.Replace(
        """quick: { alarms: ["quick-*"], policy: standard, resolve_after: 0m }""",
        """all: { alarms: ["*-synthetic*"], policy: standard }""",
        StringComparison.Ordinal);
}
