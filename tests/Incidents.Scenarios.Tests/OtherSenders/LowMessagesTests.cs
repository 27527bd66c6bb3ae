using System.Globalization;
using Incidents.Application.Intake;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests.OtherSenders;

/// <summary>What can wait does not become a message each.</summary>
public class LowMessagesTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public async Task V11_LowMessages_WhenSeveralOfAKindAndServiceCome_AreToldAtOnceAndThenTogether()
    {
        using var house = new ScenarioHost();
        for (var i = 1; i <= 12; i++)
        {
            await house.Send(SenderBody.Rds($"checkout-{i}"));
            await house.Pass(Minute);
        }

        Assert.Equal(["page INC-1 Ana"], house.Channel.Heard);
        await house.Pass(47 * Minute);
        Assert.Single(house.Channel.Heard);
        await house.Pass(2 * Minute);

        Assert.Equal(["page INC-1 Ana", $"summary {string.Join('+', Enumerable.Range(2, 11).Select(n => $"INC-{n}"))} Ana"], house.Channel.Heard);
    }

    [Fact]
    public async Task V11_LowMessages_OfAnotherKindOrService_AreToldAtOnce()
    {
        using var house = new ScenarioHost();
        await house.Send(SenderBody.Rds("checkout-1"));
        await house.Send(SenderBody.Rds("payments-1"));
        await house.Send(SenderBody.GuardDuty("f1", "2"));

        Assert.Equal(["page INC-1 Ana", "page INC-2 Ana", "page INC-3 Ana"], house.Channel.Heard);
    }

    [Fact]
    public async Task V11_LowMessages_WhenTheHourIsOver_BeginAnew()
    {
        using var house = new ScenarioHost();
        await house.Send(SenderBody.Rds("checkout-1"));
        await house.Pass(61 * Minute);
        await house.Send(SenderBody.Rds("checkout-2"));

        Assert.Equal(["page INC-1 Ana", "page INC-2 Ana"], house.Channel.Heard);
    }

    [Fact]
    public async Task V11_LowMessages_WhenAnsweredBeforeTheHourIsOver_AreNotTold()
    {
        using var house = new ScenarioHost();
        await house.Send(SenderBody.Rds("checkout-1"));
        var second = (await house.Send(SenderBody.Rds("checkout-2"))).Incident!.Incident.Number;
        await house.Acknowledge(second);
        await house.Pass(65 * Minute);

        Assert.DoesNotContain(house.Channel.Heard, line => line.StartsWith("page INC-2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task V11_LowMessages_WhenThereAreMoreThanFiftyOfAKind_AreCountedInOne()
    {
        using var house = new ScenarioHost();
        var outcomes = new List<AlarmOutcome>();
        for (var i = 1; i <= 60; i++)
        {
            outcomes.Add(await house.Send(SenderBody.Rds($"db-{i}")));
            await house.Pass(Duration.FromSeconds(10));
        }

        var numbers = outcomes.Select(o => o.Incident!.Incident.Number).Distinct().ToList();
        Assert.Equal(51, numbers.Count);
        var last = await house.Look(numbers[^1]);
        Assert.Equal("More than 50 RDS events on 2026-09-14", last.Title);
        await house.Pass(2 * Minute);
        Assert.Equal(9, (await house.Look(last.Number)).Joined.Total);
        Assert.All(await house.Store.OpenIncidents(CancellationToken.None), open => Assert.Equal(Urgency.Low, open.Urgency));
    }

    [Fact]
    public async Task V11_LowMessages_OnTheNextDay_OpenAgain()
    {
        using var house = new ScenarioHost();
        for (var i = 1; i <= 52; i++)
        {
            await house.Send(SenderBody.Rds($"db-{i}"));
            house.Clock.Jump(Duration.FromSeconds(1));
        }

        house.Clock.Jump(Duration.FromDays(1));

        Assert.Equal("RDS db-53: Storage is running out.", (await house.Send(SenderBody.Rds("db-53"))).Incident!.Incident.Title);
    }

    [Fact]
    public async Task V11_Finding_WhenItIsUrgent_PagesHoweverManyThereWere()
    {
        using var house = new ScenarioHost();
        for (var i = 1; i <= 55; i++)
        {
            Assert.Equal(i, (await house.Send(SenderBody.GuardDuty(i.ToString(CultureInfo.InvariantCulture), "8"))).Incident!.Incident.Number.Value);
        }
    }

    [Theory]
    [InlineData("9.1", Severity.Sev1, Urgency.High)]
    [InlineData("8", Severity.Sev2, Urgency.High)]
    [InlineData("5", Severity.Sev3, Urgency.Low)]
    [InlineData("2", Severity.Sev4, Urgency.Low)]
    public async Task V11_Finding_WhenItCarriesASeverity_HasIt_AndAMediumOneWakesNobody(string value, Severity severity, Urgency urgency)
    {
        using var house = new ScenarioHost();

        var incident = (await house.Send(SenderBody.GuardDuty("f1", value))).Incident!.Incident;

        Assert.Equal((severity, urgency, new ServiceId("checkout")), (incident.Severity, incident.Urgency, incident.Service));
    }

    [Fact]
    public async Task V11_Finding_WhenItComesAgainAndIsWorse_RaisesItsIncident()
    {
        using var house = new ScenarioHost();
        var number = (await house.Send(SenderBody.GuardDuty("f1", "2"))).Incident!.Incident.Number;
        await house.Pass(Minute);

        var again = (await house.Send(SenderBody.GuardDuty("f1", "9"))).Incident!.Incident;

        Assert.Equal((number, Severity.Sev1, Urgency.High, false), (again.Number, again.Severity, again.Urgency, again.IsFiring));
        Assert.Equal(2, house.Channel.Pages);
    }

    [Theory]
    [InlineData("source: aws.rds", Severity.Sev2)]
    [InlineData("source: aws.guardduty", Severity.Sev4)]
    [InlineData("subject: \"RDS checkout-*\"", Severity.Sev2)]
    [InlineData("alarm: \"checkout-*\"", Severity.Sev4)]
    [InlineData("source: aws.rds, description: \"*running out*\"", Severity.Sev2)]
    [InlineData("source: aws.rds, alarm: \"other-*\"", Severity.Sev4)]
    public async Task V11_SeverityRule_WhenItNamesSourceOrSubject_IsForMessages(string rule, Severity severity)
    {
        using var house = new ScenarioHost(configuration: ScenarioHost.Configuration.Replace(
            """checkout: { alarms: ["checkout-*"],""", $$"""checkout: { alarms: ["checkout-*"], severity_rules: [{ {{rule}}, severity: sev2 }],""", StringComparison.Ordinal));

        Assert.Equal(severity, (await house.Send(SenderBody.Rds("checkout-1"))).Incident!.Incident.Severity);
    }
}
