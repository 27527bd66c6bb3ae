using Incidents.Application.Measuring;
using Incidents.Application.Storage;
using Incidents.Application.Time;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;

namespace Incidents.Application.Configuration.Versions;

/// <summary>
/// The version that was pushed last, and the copy deployed with the code where none was or none can be used. It costs one small read an
/// invocation, or one in five seconds while an invocation lasts; files are read and parsed once for each version.
/// </summary>
/// <remarks>
/// A version that is missing, damaged or not understood never replaces a good one: it is reported in <see cref="Problem"/> and by a warning, and counted.
/// A store that does not answer within a second leaves in force what is in force.
/// </remarks>
/// <param name="packaged">The last resort.</param>
/// <param name="measurements">Null where nothing is measured.</param>
/// <param name="warn">Gets a line, once for each pointer, about what keeps a version from being in force; and when the store does not answer.</param>
public sealed class StoredConfiguration(
    IConfigurationStore store, IOnCallConfigurationProvider packaged, TimeProvider clock, Action<string> warn, IMeasurements? measurements = null) : IOnCallConfigurationProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly SharedRead<State> looks = new(clock);
    private State state = State.Packaged;

    /// <inheritdoc />
    public ConfigurationResult.Invalid? Problem => Volatile.Read(ref state) is { Revision: > 0 } pushed ? pushed.Problem : packaged.Problem;

    /// <inheritdoc />
    public async ValueTask<OnCallConfiguration> Current(CancellationToken cancellation) =>
        (await looks.Get(Look, cancellation)).Good ?? await packaged.Current(cancellation);

    /// <summary>An invocation begins: what is in force is looked up anew, while the event is still being read.</summary>
    public void Begin()
    {
        looks.Forget();
        _ = looks.Get(Look, CancellationToken.None).AsTask();
    }

    private async Task<State> Look()
    {
        var known = Volatile.Read(ref state);
        try
        {
            var next = await Follow(known).WaitAsync(Patience);
            Volatile.Write(ref state, next);
            return next;
        }
        catch (Exception problem)
        {
            // Whatever it is: a page does not wait for a configuration while there is one.
            warn($"Which configuration is in force could not be read: {(known.Good is { } good ? $"version {good.Version} stays" : "the copy deployed with the code counts")}. {problem.Message}");
            return known;
        }
    }

    private async Task<State> Follow(State known)
    {
        var pointer = await store.Pointer(CancellationToken.None);
        if (pointer.Version is not { } id)
        {
            return State.Packaged;
        }

        if (pointer.Revision == known.Revision && (known.Problem is null || known.IsFinal))
        {
            return known;
        }

        if (known.Good?.Version == id)
        {
            return new State(pointer.Revision, known.Good, null);
        }

        var version = await store.Read(id, CancellationToken.None);
        switch (version?.Load(clock.Now()))
        {
            case ConfigurationResult.Valid valid:
                return new State(pointer.Revision, valid.Configuration, null);
            case var result:
                var problem = result as ConfigurationResult.Invalid
                    ?? ConfigurationVersion.Unusable(id, "The table does not hold it. Push the configuration again, or roll back to a version of `incidents config list`.");
                if (pointer.Revision != known.Revision)
                {
                    measurements?.Count(MetricNames.ConfigurationRefused);
                    warn($"Version {id} of the configuration, pushed by {pointer.By}, is not in force: {problem}");
                }

                return new State(pointer.Revision, known.Good, problem) { IsFinal = version is not null };
        }
    }

    /// <param name="Revision">Of the pointer that was followed.</param>
    /// <param name="Good">The last version that was good; null leaves it to the packaged copy.</param>
    /// <param name="Problem">Why the version pointed to is not in force.</param>
    private sealed record State(long Revision, OnCallConfiguration? Good, ConfigurationResult.Invalid? Problem)
    {
        public static State Packaged { get; } = new(0, null, null);

        /// <summary>Reading it again would find the same.</summary>
        public bool IsFinal { get; init; }
    }
}
