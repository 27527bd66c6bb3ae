using System.Text.Json;

namespace Incidents.Application.Alarms.CloudWatch;

/// <summary>What one of CloudWatch's shapes says of an alarm, before any of it is believed.</summary>
internal sealed record AlarmFacts
{
    public string? Arn { get; init; }

    public string? Name { get; init; }

    public string? Account { get; init; }

    /// <summary>Region code or display name.</summary>
    public string? Region { get; init; }

    public string? State { get; init; }

    public string? PreviousState { get; init; }

    public string? Reason { get; init; }

    public string? Description { get; init; }

    /// <summary>A time as text, or a count of milliseconds.</summary>
    public JsonElement? ChangedAt { get; init; }

    public string? ContributorId { get; init; }

    public JsonElement? ContributorAttributes { get; init; }

    /// <summary>Where the metric is described: `Trigger` in a body, `configuration` in an event.</summary>
    public JsonElement? MetricSource { get; init; }

    /// <summary>The object in an event's `reasonData`.</summary>
    public JsonElement? ReasonData { get; init; }

    public string? Rule { get; init; }

    public JsonElement? TriggeringChildren { get; init; }

    public JsonElement? Tags { get; init; }

    public string? SuppressedBy { get; init; }

    public bool AfterMuteWindow { get; init; }

    public IReadOnlyList<string> Remarks { get; init; } = [];
}
