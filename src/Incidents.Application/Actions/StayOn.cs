using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Actions;

/// <summary>For how long the holder of an incident says that they stay on it.</summary>
/// <param name="Word">How it is written in buttons, commands and requests.</param>
/// <param name="Label">How a person reads it.</param>
public sealed record StayOn(string Word, string Label, Duration Length)
{
    /// <summary>Every length there is, the usual one first.</summary>
    public static IReadOnlyList<StayOn> All { get; } = [.. IncidentRules.Stays.Select(length => length < Duration.FromHours(1)
        ? new StayOn($"{(int)length.TotalMinutes}m", $"{(int)length.TotalMinutes} min", length)
        : new StayOn($"{(int)length.TotalHours}h", $"{(int)length.TotalHours} h", length))];

    /// <summary>The lengths accepted, for the error after any other text.</summary>
    public const string Advice = "is 30m, 1h or 2h";

    /// <summary>The length of that word; null when there is none like it.</summary>
    public static StayOn? Find(string? word) => All.FirstOrDefault(stay => stay.Word == word);
}
