using Incidents.Application.Intake;
using Incidents.Domain.Alarms;

namespace Incidents.Scenarios.Tests.Crashes;

/// <summary>Alarms that want to open the same incident in the same moment.</summary>
public class OpeningRaceTests
{
    [Fact]
    public async Task V13_OpeningsAtOnce_OnAStoreThatAnswersLater_TheLosersBelongToTheWinnersIncident()
    {
        const int Services = 2;
        const int AlarmsOfEach = 15;
        using var house = new ScenarioHost(SlowStore.New());
        var names = Enumerable.Range(0, AlarmsOfEach).SelectMany(i => new[] { $"checkout-{i}", $"payments-{i}" }).ToList();

        var outcomes = await Task.WhenAll(names.Select(name => house.Fire(name)));

        var open = await house.Store.OpenIncidents(CancellationToken.None);
        Assert.Equal(Services, open.Count);
        Assert.DoesNotContain(outcomes, outcome => outcome.Decision == AlarmDecision.Ignored);
        var held = new HashSet<AlarmMember>();
        foreach (var incident in open)
        {
            held.Add(incident.Opener!.Member);
            held.UnionWith((await house.Store.Members(incident.Number, CancellationToken.None)).Select(m => m.Member));
        }

        Assert.Equal(Services * AlarmsOfEach, held.Count);
    }
}
