using System.Reflection;
using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application.Store;

namespace Incidents.Functions.Tests;

/// <summary>A store in memory that can be switched off: then every call goes unanswered.</summary>
public class SwitchedStore : DispatchProxy
{
    private readonly InMemoryIncidentStore inner = new();

    public bool IsDown { get; set; }

    /// <summary>Calls that went unanswered.</summary>
    public int Unanswered { get; private set; }

    public static (IIncidentStore Store, SwitchedStore Switch) Down()
    {
        var store = Create<IIncidentStore, SwitchedStore>();
        var proxy = (SwitchedStore)store;
        proxy.IsDown = true;
        return (store, proxy);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (!IsDown)
        {
            return targetMethod!.Invoke(inner, args);
        }

        Unanswered++;
        throw new StoreUnavailableException("no answer");
    }
}
