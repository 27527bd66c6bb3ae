using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Domain.Configuration;

/// <summary>How messages of low urgency, which are no alarms, are told.</summary>
public sealed record NoticeSettings
{
    /// <summary>Of one kind, more than this a day open no incidents of their own.</summary>
    public const int MostADay = 50;

    /// <summary>Where the configuration says nothing.</summary>
    public static readonly Duration UsualDigest = Duration.FromHours(1);

    /// <summary>The channel they are sent to; null means each service's own.</summary>
    public TeamChannel? Channel { get; init; }

    /// <summary>The first of a kind and service is told at once, those that follow within this time together at its end.</summary>
    public Duration Digest { get; init; } = UsualDigest;
}
