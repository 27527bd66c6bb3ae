using System.Reflection;
using Incidents.Application.Store;

namespace Incidents.Web.Tests;

/// <summary>A store that stops answering when told to.</summary>
public class FailingStore : DispatchProxy
{
    private IIncidentStore inner = null!;

    /// <summary>Every call fails.</summary>
    public bool IsDown { get; set; }

    /// <summary>As the use cases see it.</summary>
    public IIncidentStore Store { get; private set; } = null!;

    public static FailingStore Around(IIncidentStore inner)
    {
        var store = Create<IIncidentStore, FailingStore>();
        var proxy = (FailingStore)store;
        proxy.inner = inner;
        proxy.Store = store;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        IsDown ? throw new StoreUnavailableException("table incidents-7f3a: connection refused") : targetMethod!.Invoke(inner, args);
}
