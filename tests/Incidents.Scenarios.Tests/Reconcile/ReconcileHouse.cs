using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application.Alarms;
using Incidents.Application.Reconcile;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Scenarios.Tests.Reconcile;

/// <summary>A house that has been running for a while, beside a CloudWatch that can be asked.</summary>
internal sealed class ReconcileHouse : IDisposable
{
    public ReconcileHouse() => House = new ScenarioHost(Store, parts: services => services.AddSingleton<IAlarmStates>(CloudWatch));

    public InMemoryIncidentStore Store { get; } = new();

    public KnownStates CloudWatch { get; } = new();

    public ScenarioHost House { get; }

    public IReconcileStore Marks => House.Get<IReconcileStore>();

    public static async Task<ReconcileHouse> Running()
    {
        var house = new ReconcileHouse();
        await house.Marks.Mark(house.House.Clock.Now(), default);
        return house;
    }

    /// <summary>An alarm that fired a minute ago and sent no message.</summary>
    public FiringAlarm Silent(string name)
    {
        var alarm = KnownStates.Alarm(name, House.Clock.Now() - Duration.FromMinutes(1));
        CloudWatch.Now.Add(alarm);
        return alarm;
    }

    public Task<Repairs> Run() => House.Get<ReconcileIncidents>().Run(default);

    public async Task<IReadOnlyList<Incident>> Open() => await ((IIncidentStore)Store).OpenIncidents(default);

    public void Dispose() => House.Dispose();
}
