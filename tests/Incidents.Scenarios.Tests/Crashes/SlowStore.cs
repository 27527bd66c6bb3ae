using System.Reflection;
using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application.Store;

namespace Incidents.Scenarios.Tests.Crashes;

/// <summary>A store in memory that answers as one over a network does: later, and not in the order it was asked.</summary>
public class SlowStore : DispatchProxy
{
    private static readonly MethodInfo AskMethod = typeof(SlowStore).GetMethod(nameof(Ask), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly InMemoryIncidentStore inner = new();

    public static IIncidentStore New() => Create<IIncidentStore, SlowStore>();

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.ReturnType.IsGenericType
        ? AskMethod.MakeGenericMethod(targetMethod.ReturnType.GetGenericArguments()).Invoke(this, [targetMethod, args])
        : Finish(targetMethod, args);

    private async Task<T> Ask<T>(MethodInfo method, object?[]? args)
    {
        await Wait();
        var answer = await (Task<T>)method.Invoke(inner, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null)!;
        await Wait();
        return answer;
    }

    private async Task Finish(MethodInfo method, object?[]? args)
    {
        await Wait();
        await (Task)method.Invoke(inner, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null)!;
        await Wait();
    }

    private static Task Wait() => Task.Delay(Random.Shared.Next(1, 4));
}
