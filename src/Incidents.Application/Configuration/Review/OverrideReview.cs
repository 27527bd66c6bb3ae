using Incidents.Application.Configuration.Yaml;
using Incidents.Domain.OnCall;

namespace Incidents.Application.Configuration.Review;

/// <summary>Overrides that get in each other's way.</summary>
internal static class OverrideReview
{
    public static void Warn(Schedule schedule, YamlValue value)
    {
        for (var later = 0; later < schedule.Overrides.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (Conflict(schedule.Overrides[earlier], schedule.Overrides[later]) is { } conflict)
                {
                    value.Follow($"overrides[{later}]").Warn($"`overrides[{later}]` {conflict} `overrides[{earlier}]`. Shorten or remove one of the two.");
                }
            }
        }
    }

    private static string? Conflict(Override earlier, Override later) =>
        earlier.Layer != later.Layer || later.From >= earlier.To || earlier.From >= later.To ? null
        : (earlier.Kind, later.Kind) switch
        {
            (OverrideKind.Cover, OverrideKind.Cover) => "overlaps, and goes before,",
            (OverrideKind.Replace, OverrideKind.Replace) when later.Users.SequenceEqual([earlier.Replaces!.Value]) && earlier.Users.SequenceEqual([later.Replaces!.Value]) => "undoes",
            _ => null,
        };
}
