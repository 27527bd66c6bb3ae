using System.Text;
using Incidents.Application;
using Incidents.Application.Configuration;
using Incidents.Application.Notifications;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using Incidents.Domain.Services;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Scenarios.Tests;

/// <summary>A team that reads its incidents elsewhere than in Slack: a channel of that kind is registered, and its services name it.</summary>
public sealed class SecondTeamChannelTests
{
    private const string Kind = "teams";

    [Fact]
    public async Task Incident_OfATeamThatIsNotInSlack_IsSaidInItsChannelAlone_AsItWouldBeInSlack()
    {
        using var inSlack = new ScenarioHost();
        var teams = new ListeningChannel(kind: Kind);
        using var elsewhere = new ScenarioHost(parts: services => services.AddConfiguration(new OfTeams()).AddSingleton<INotificationChannel>(teams));

        await Live(inSlack);
        await Live(elsewhere);

        Assert.Contains("page INC-1 Ana", inSlack.Channel.Heard);
        Assert.Contains("tell INC-1 Resolved", inSlack.Channel.Heard);
        Assert.Equal(inSlack.Channel.Heard, teams.Heard);
        Assert.Empty(elsewhere.Channel.Heard);
    }

    private static async Task Live(ScenarioHost house)
    {
        var number = (await house.Fire("checkout-errors")).Incident!.Incident.Number;
        await house.Acknowledge(number);
        await house.Recover("checkout-errors");
        await house.Resolve(number);
        await house.Pass(Duration.FromMinutes(1));
    }

    private sealed class OfTeams : IOnCallConfigurationProvider
    {
        private readonly OnCallConfiguration configuration = Move(Assert.IsType<ConfigurationResult.Valid>(
            ConfigurationLoader.Load([new ConfigurationFile("oncall.yaml", Encoding.UTF8.GetBytes(ScenarioHost.Configuration))], "config", Instant.FromUtc(2026, 9, 14, 3, 12))).Configuration);

        public ConfigurationResult.Invalid? Problem => null;

        public ValueTask<OnCallConfiguration> Current(CancellationToken cancellation) => ValueTask.FromResult(configuration);

        private static OnCallConfiguration Move(OnCallConfiguration read) =>
            read with { Services = read.Services.ToDictionary(service => service.Key, service => service.Value with { Channel = new TeamChannel(Kind, "payments") }) };
    }
}
