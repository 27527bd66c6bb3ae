using System.Reflection;
using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application.Store;

namespace Incidents.Functions.Tests;

/// <summary>A store in memory whose first call goes unanswered.</summary>
public class FailingOnceStore : DispatchProxy
{
    private readonly InMemoryIncidentStore inner = new();
    private int calls;

    public static IIncidentStore Create() => Create<IIncidentStore, FailingOnceStore>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        Interlocked.Increment(ref calls) == 1 ? throw new StoreUnavailableException("no answer") : targetMethod!.Invoke(inner, args);
}
