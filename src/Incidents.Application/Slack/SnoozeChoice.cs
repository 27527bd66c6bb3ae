using Incidents.Application.Actions;
using Incidents.Domain;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Slack;

/// <summary>A length of a snooze that a card offers.</summary>
/// <param name="Word">How it is written in a button, and how <see cref="SnoozeUntil"/> reads it.</param>
/// <param name="Label">How a person reads it.</param>
public sealed record SnoozeChoice(string Word, string Label)
{
    private static readonly SnoozeChoice UntilMorning = new("09:00", "until 09:00 (your time)");

    /// <summary>Every length there is a choice for.</summary>
    public static IReadOnlyList<SnoozeChoice> All { get; } = [new("30m", "for 30 minutes"), new("1h", "for 1 hour"), new("4h", "for 4 hours"), UntilMorning];

    /// <summary>The choices for an incident: a Sev1 is not put off past four hours, as a morning may be.</summary>
    public static IEnumerable<SnoozeChoice> For(Severity severity) => All.Where(choice => severity != Severity.Sev1 || choice != UntilMorning);

    /// <summary>The choice of that word; null when nothing like it was ever offered.</summary>
    public static SnoozeChoice? Find(string? word) => All.FirstOrDefault(choice => choice.Word == word);

    /// <summary>When it ends; a clock time is the next one where the person is.</summary>
    public SnoozeUntil Until => SnoozeUntil.Parse(Word)!;
}
