using Incidents.Configuration.Yaml;
using Incidents.Domain.Configuration;
using NodaTime;

namespace Incidents.Application.Heartbeats;

/// <summary>What came of a beat or a mute.</summary>
public abstract record HeartbeatResult
{
    private HeartbeatResult()
    {
    }

    /// <summary>The beat or the mute is stored.</summary>
    /// <param name="Until">When the next one counts as missed after a beat; the end of a mute; the present after the end of one.</param>
    public sealed record Done(string Name, Instant Until) : HeartbeatResult;

    /// <summary>Something about it cannot be.</summary>
    /// <param name="Problem">What would be right, as a clause after the field's name.</param>
    public sealed record Refused(string Field, string Problem) : HeartbeatResult;

    /// <summary>The configuration has no such heartbeat.</summary>
    /// <param name="Advice">How to mend it, in a sentence.</param>
    public sealed record Unknown(string Name, string Advice) : HeartbeatResult
    {
        /// <summary>What is wrong, in a sentence.</summary>
        public string Problem => $"There is no heartbeat \"{Name}\".";

        internal static Unknown In(OnCallConfiguration settings, string name) => new(
            name,
            Similarity.Nearest(name, settings.Heartbeats.Keys) is { } nearest
                ? $"Did you mean \"{nearest}\"? Else add it to the configuration."
                : $"Add it to the configuration: heartbeats: {{ {name}: {{ every: 24h, service: <id of a service> }} }}.");
    }
}
