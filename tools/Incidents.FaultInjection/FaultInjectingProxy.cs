using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.FaultInjection;

/// <summary>Wraps a port and passes each call through a <see cref="SimulatedProcess"/>, whatever methods the port has.</summary>
[SuppressMessage("Performance", "CA1852", Justification = "The proxies derive from it while the program runs")]
internal class FaultInjectingProxy : DispatchProxy
{
    private static readonly MethodInfo AskMethod = typeof(FaultInjectingProxy).GetMethod(nameof(Ask), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly MethodInfo WrapMethod = typeof(FaultInjectingProxy).GetMethods().Single(m => m is { Name: nameof(Wrap), IsGenericMethod: true });
    private static readonly Duration Patience = Duration.FromSeconds(3);

    private object port = null!;
    private string portName = "";
    private SimulatedProcess process = null!;
    private ManualClock clock = null!;

    public static T Wrap<T>(T port, SimulatedProcess process, ManualClock clock)
        where T : class
    {
        var watched = Create<T, FaultInjectingProxy>();
        var self = (FaultInjectingProxy)(object)watched;
        (self.port, self.portName, self.process, self.clock) = (port, typeof(T).Name, process, clock);
        return watched;
    }

    /// <summary>The same for a port that is known by its type only.</summary>
    public static object Wrap(Type type, object port, SimulatedProcess process, ManualClock clock) => WrapMethod.MakeGenericMethod(type).Invoke(null, [port, process, clock])!;

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var method = targetMethod!;
        if (!typeof(Task).IsAssignableFrom(method.ReturnType))
        {
            return Make(method, args);
        }

        var call = $"{portName}.{method.Name}";
        return method.ReturnType.IsGenericType
            ? AskMethod.MakeGenericMethod(method.ReturnType.GetGenericArguments()).Invoke(this, [call, method, args])
            : process.Call<object?>(call, () => Finish((Task)Make(method, args)!), Lost<object?>, Lost<object?>);
    }

    private Task<T> Ask<T>(string call, MethodInfo method, object?[]? args) =>
        process.Call(call, () => Logged((Task<T>)Make(method, args)!, args), Lost<T>, Refused<T>);

    /// <summary>For the list of events: what was written.</summary>
    private async Task<T> Logged<T>(Task<T> made, object?[]? args)
    {
        var answer = await made;
        var events = args?[0] switch
        {
            IncidentCommit commit => (commit.After.Number, commit.Events),
            IncidentOpening opening => (opening.Incident.Number, opening.Events),
            _ => default,
        };
        if (events.Events is not null)
        {
            process.Tell($"{events.Number} {answer}: {string.Join(", ", events.Events.Select(e => e.GetType().Name))}");
        }

        return answer;
    }

    private object? Make(MethodInfo method, object?[]? args) => method.Invoke(port, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);

    private static async Task<object?> Finish(Task task)
    {
        await task;
        return null;
    }

    private T Lost<T>() => typeof(T) == typeof(DeliveryResult)
        ? (T)(object)new DeliveryResult.Unknown("no answer")
        : throw (portName == nameof(IAlarmRetries) ? new NotKeptException("no answer") : new StoreUnavailableException("no answer"));

    private T Refused<T>() => typeof(T) == typeof(DeliveryResult) ? (T)(object)new DeliveryResult.RetryLater(Patience, "503") : Lost<T>();
}
