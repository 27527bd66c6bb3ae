using System.Diagnostics;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Tracing;

/// <summary>The few steps of an alarm's way that a trace shows. Without a listener they cost nothing.</summary>
public static class Spans
{
    /// <summary>Name of the source that listeners ask for.</summary>
    public const string SourceName = "Incidents";

    /// <summary>Tag that joins all traces of one incident, such as `INC-142`.</summary>
    public const string IncidentId = "incident_id";

    /// <summary>Tag with the type of an exception that ended a step; its message may hold anything and stays out.</summary>
    public const string ErrorType = "error.type";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Starts a span under a caller's trace; null without a listener, or when the trace is not sampled.</summary>
    public static Activity? Continue(string name, ActivityContext from) => Source.StartActivity(name, ActivityKind.Server, from);

    /// <summary>Starts a span; dispose it to end it. Null without a listener, or when the trace is not sampled.</summary>
    /// <param name="incident">The incident, where it is known.</param>
    /// <param name="outside">Whether the time is spent waiting for another service.</param>
    public static Activity? Begin(string name, IncidentNumber? incident = null, bool outside = false) =>
        Source.StartActivity(name, outside ? ActivityKind.Client : ActivityKind.Internal).Of(incident);

    /// <summary>Tags the span with the incident it turned out to be about.</summary>
    public static Activity? Of(this Activity? span, IncidentNumber? incident) =>
        incident is { } number ? span?.SetTag(IncidentId, number.ToString()) : span;

    /// <summary>The step failed.</summary>
    public static void Fail(this Activity? span, Exception failure) => span.Fail(failure.GetType().Name);

    /// <summary>The step failed.</summary>
    /// <param name="how">In a word, which is the same each time.</param>
    public static void Fail(this Activity? span, string how)
    {
        span?.SetStatus(ActivityStatusCode.Error);
        span?.SetTag(ErrorType, how);
    }

    /// <summary>The trace this is part of, 32 hexadecimal digits; null when it is part of none that is kept, or of one that this process began: AWS has no page of that.</summary>
    public static string? CurrentTrace => Activity.Current is { Source.Name: SourceName, Recorded: true } span && Outermost(span).HasRemoteParent ? span.TraceId.ToHexString() : null;

    private static Activity Outermost(Activity span) => span.Parent is { } outer ? Outermost(outer) : span;
}
