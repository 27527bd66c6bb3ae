using Incidents.Application.Alarms;
using Incidents.Application.Time;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Scenarios.Tests.Reconcile;

/// <summary>A message says OK: whether that is so, CloudWatch is asked before it ends an incident.</summary>
public class BelievedRecoveryTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly IncidentNumber First = new(1);

    [Theory]
    [InlineData("checkout-a")]
    [InlineData("quick-a")]
    public async Task V10_Recovery_WhenCloudWatchSaysAlarm_IsAskedAgainEvery5MinutesAndEscalates(string name)
    {
        var cloudWatch = new AskedStates { Answer = AlarmState.Alarm };
        using var house = new ScenarioHost(parts: services => services.AddSingleton<IAlarmStates>(cloudWatch));
        await house.Fire(name);
        await house.Pass(Minute);
        await house.Recover(name);
        await house.Pass(21 * Minute);

        var incident = await house.Look(First);
        Assert.Equal((true, null, false), (incident.IsOpen, incident.RecoveredAt, incident.IsResolvingItself));
        Assert.NotNull(incident.EscalatesAt);
        Assert.InRange(cloudWatch.Calls, 4, 5);

        cloudWatch.Answer = AlarmState.Ok;
        await house.Pass(11 * Minute);
        var after = await house.Look(First);
        Assert.Equal((false, false), (after.IsOpen, after.IsUnconfirmed));
    }

    [Theory]
    [InlineData("checkout-a")]
    [InlineData("quick-a")]
    public async Task V10_Recovery_WhenCloudWatchGivesNoAnswer_IsBelievedAndTheCardSaysNotConfirmed(string name)
    {
        using var house = new ScenarioHost(parts: services => services.AddSingleton<IAlarmStates>(new AskedStates { Answer = null }));
        await house.Fire(name);
        await house.Pass(Minute);
        await house.Recover(name);
        await house.Pass(6 * Minute);

        var incident = await house.Look(First);
        Assert.Equal((false, true), (incident.IsOpen, incident.IsUnconfirmed));
        Assert.Contains((await house.Story(First)).Timeline, entry => entry.Event is RecoveryNotConfirmed);
    }

    [Theory]
    [InlineData(AlarmState.InsufficientData, "")]
    [InlineData(AlarmState.Alarm, "SEV3 not urgent")]
    public async Task V10_Recovery_WhenInsufficientDataOrLowSeverity_IsBelieved(AlarmState answer, string description)
    {
        var cloudWatch = new AskedStates { Answer = answer };
        using var house = new ScenarioHost(parts: services => services.AddSingleton<IAlarmStates>(cloudWatch));
        await house.Send(AlarmBody.Metric("checkout-a", "ALARM", house.Clock.Now(), description: description));
        await house.Pass(Minute);
        await house.Recover("checkout-a");
        await house.Pass(6 * Minute);

        Assert.False((await house.Look(First)).IsOpen);
        Assert.Equal(description.Length == 0 ? 1 : 0, cloudWatch.Calls);
    }

    [Fact]
    public async Task V10_AtOnce_WhenCloudWatchIsSilent_WaitsNoLongerThan2Seconds()
    {
        using var house = new ScenarioHost(parts: services => services.AddSingleton<IAlarmStates>(new AskedStates { IsSilent = true }));
        await house.Fire("quick-a");
        house.Clock.Jump(Minute);

        house.Clock.JumpsOnWaits = true;
        var before = house.Clock.Now();
        await house.Recover("quick-a");

        Assert.InRange(house.Clock.Now() - before, Duration.Zero, Duration.FromSeconds(2));
        Assert.True((await house.Look(First)).IsUnconfirmed);
    }

    private sealed class AskedStates : IAlarmStates
    {
        public AlarmState? Answer { get; set; }

        public bool IsSilent { get; init; }

        public int Calls { get; private set; }

        public string Topic => KnownStates.OurTopic;

        public Task<IReadOnlyList<FiringAlarm>> Firing(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<FiringAlarm>>([]);

        public Task<bool> IsMuted(FiringAlarm alarm, CancellationToken cancellation) => Task.FromResult(false);

        public async Task<AlarmState?> Check(DedupKey alarm, CancellationToken cancellation)
        {
            Calls++;
            if (IsSilent)
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }

            return Answer;
        }
    }
}
