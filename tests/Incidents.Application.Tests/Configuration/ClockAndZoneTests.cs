using Incidents.Domain.Configuration;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration;

/// <summary>Hours and zones that people write and that mean something else here.</summary>
public sealed class ClockAndZoneTests
{
    [Theory]
    [InlineData("services:\n  s: { alarms: x, support_hours: { zone: Europe/Berlin, days: [MO], from: 09:00, to: 24:00 } }\n", "to")]
    [InlineData("services:\n  s: { alarms: x, support_hours: { zone: Europe/Berlin, days: [MO], from: 09:00, to: \"24:00\" } }\n", "to")]
    [InlineData("schedules:\n  s: { time_zone: Europe/Berlin, layers: [{ name: l, start: 2026-01-05T00:00:00Z, participants: [ada], restrictions: [{ start: 20:00, end: 24:00 }] }] }\n", "end")]
    public void V43_EndOfAWindow_At24_IsRefusedWithWhatIsMeant(string text, string key) => Assert.Contains(
        Problems(Base, text), problem => problem.Contains($"error: `{key}` cannot be \"24:00\". Write 00:00, which is the midnight at which the day ends.", StringComparison.Ordinal));

    [Theory]
    [InlineData("handoff: 24:00")]
    [InlineData("handoff: SU 24:00")]
    public void V43_HandOff_At24_IsRefusedWithWhatIsMeant(string handoff) => Assert.Contains(
        Problems(Base, $"schedules:\n  s: {{ time_zone: Europe/Berlin, rotation: weekly, {handoff}, start: 2026-01-05T00:00:00Z, participants: [ada] }}\n"),
        problem => problem.Contains("Write 00:00 of the day that begins then.", StringComparison.Ordinal));

    [Theory]
    [InlineData("EST", "\"EST\" is UTC-05 all year: it knows no summer time. Where clocks change, write the place, such as America/New_York.")]
    [InlineData("MST", "\"MST\" is UTC-07 all year")]
    [InlineData("HST", "\"HST\" is UTC-10 all year")]
    [InlineData("GMT", "such as Europe/London.")]
    [InlineData("Etc/GMT+5", "\"Etc/GMT+5\" is UTC-05 all year")]
    public void V43_Zone_ThatStandsForAnOffset_IsANoteAndNoError(string zone, string note)
    {
        var configuration = Good(Base, $"schedules:\n  s: {{ time_zone: {zone}, layers: [{{ name: l, start: 2026-01-05T00:00:00Z, participants: [ada], rotation: null }}] }}\n");

        Assert.Contains(configuration.Warnings, warning => warning.Message.Contains(note, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Etc/UTC")]
    [InlineData("UTC")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Phoenix")]
    [InlineData("EST5EDT")]
    [InlineData("Japan")]
    public void V43_Zone_OfAPlaceOrUtc_HasNoNote(string zone) => Assert.DoesNotContain(
        Problems(Base, $"schedules:\n  s: {{ time_zone: {zone}, layers: [{{ name: l, start: 2026-01-05T00:00:00Z, participants: [ada], rotation: null }}] }}\n"),
        problem => problem.Contains("all year", StringComparison.Ordinal));
}
