using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Cli.Torture;

/// <summary>Stands before a port and leads every call through a <see cref="Life"/>, whatever methods the port has now or will get.</summary>
[SuppressMessage("Performance", "CA1852", Justification = "The proxies derive from it while the program runs")]
internal class Watched : DispatchProxy
{
    private static readonly MethodInfo AskMethod = typeof(Watched).GetMethod(nameof(Ask), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly MethodInfo PortMethod = typeof(Watched).GetMethods().Single(m => m is { Name: nameof(Port), IsGenericMethod: true });
    private static readonly Duration Patience = Duration.FromSeconds(3);

    private object port = null!;
    private string portName = "";
    private Life life = null!;
    private StillClock clock = null!;

    public static T Port<T>(T port, Life life, StillClock clock)
        where T : class
    {
        var watched = Create<T, Watched>();
        var self = (Watched)(object)watched;
        (self.port, self.portName, self.life, self.clock) = (port, typeof(T).Name, life, clock);
        return watched;
    }

    /// <summary>The same for a port that is known by its type only.</summary>
    public static object Port(Type type, object port, Life life, StillClock clock) => PortMethod.MakeGenericMethod(type).Invoke(null, [port, life, clock])!;

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
            : life.Call<object?>(call, () => Finish((Task)Make(method, args)!), Silence<object?>, Silence<object?>);
    }

    private Task<T> Ask<T>(string call, MethodInfo method, object?[]? args) =>
        life.Call(call, () => Told((Task<T>)Make(method, args)!, args), Silence<T>, Refusal<T>);

    /// <summary>For the list of events: what was written.</summary>
    private async Task<T> Told<T>(Task<T> made, object?[]? args)
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
            life.Tell($"{events.Number} {answer}: {string.Join(", ", events.Events.Select(e => e.GetType().Name))}");
        }

        return answer;
    }

    private object? Make(MethodInfo method, object?[]? args) => method.Invoke(port, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);

    private static async Task<object?> Finish(Task task)
    {
        await task;
        return null;
    }

    private T Silence<T>() => typeof(T) == typeof(PageOutcome)
        ? (T)(object)new PageOutcome.Unknown("no answer")
        : throw (portName == nameof(IAlarmRetries) ? new NotKeptException("no answer") : new StoreUnavailableException("no answer"));

    private T Refusal<T>() => typeof(T) == typeof(PageOutcome) ? (T)(object)new PageOutcome.TryAgain(clock.Now + Patience, "503") : Silence<T>();
}
