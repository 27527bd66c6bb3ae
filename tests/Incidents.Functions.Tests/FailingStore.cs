using System.Reflection;
using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application.Store;
using Incidents.Domain;

namespace Incidents.Functions.Tests;

/// <summary>A store in memory that gives no answer for the alarms of one service.</summary>
public class FailingStore : DispatchProxy
{
    private readonly InMemoryIncidentStore inner = new();
    private string failing = "";

    public static IIncidentStore For(string service)
    {
        var store = Create<IIncidentStore, FailingStore>();
        ((FailingStore)store).failing = service;
        return store;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        args is [AlarmQuery query, ..] && query.Service == new ServiceId(failing)
            ? throw new StoreUnavailableException("no answer")
            : targetMethod!.Invoke(inner, args);
}
