using System.Buffers.Text;
using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Incidents.Domain;
using Incidents.Domain.OnCall;

namespace Incidents.Application.Calendars.Revisions;

/// <summary>A hash of all that the shifts of a schedule and their titles follow from: as long as it is the same, so is the calendar.</summary>
internal static class ScheduleDigest
{
    private const int Bytes = 16;

    /// <param name="name">What people are called; a new name is a change, too.</param>
    public static string Of(Schedule schedule, Func<PersonId, string> name)
    {
        var text = new StringBuilder();
        Write(text, Fields(schedule));
        Write(text, Everybody(schedule).Distinct().Order().SelectMany(person => new[] { person.Value, name(person) }));
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, Bytes));
    }

    private static IEnumerable<PersonId> Everybody(Schedule schedule) =>
        schedule.Layers.SelectMany(layer => layer.Participants.Concat(layer.Changes.SelectMany(change => change.Participants)).SelectMany(place => place.People))
            .Concat(schedule.Overrides.SelectMany(overriding => overriding.Users));

    private static object?[] Fields(Schedule schedule) =>
        [schedule.Id, schedule.Name, schedule.TimeZone.Id, schedule.Layers.Select(Fields), schedule.Overrides.Select(Fields)];

    private static object?[] Fields(Layer layer) =>
    [
        layer.Name, layer.Priority, layer.TimeZone?.Id, layer.Start, layer.End, layer.OnCallCount, Fields(layer.Participants),
        layer.Rotation is { } rotation ? Fields(rotation) : null,
        layer.Restrictions.Select(Fields),
        layer.Changes.Select(change => new object?[] { change.At, Fields(change.Participants) }),
    ];

    private static object?[] Fields(Rotation rotation) =>
    [
        rotation.Kind, rotation.Length, rotation.HandoffTime, rotation.HandoffWeekday, rotation.HandoffMonthday, rotation.Days, rotation.Anchor, rotation.StartIndex,
    ];

    private static object?[] Fields(Restriction restriction) => restriction switch
    {
        Restriction.Daily daily => [daily.Start, daily.End, daily.Days],
        Restriction.Weekly weekly => [weekly.StartDay, weekly.Start, weekly.EndDay, weekly.End],
        _ => throw new ArgumentOutOfRangeException(nameof(restriction), restriction, "no such restriction"),
    };

    private static object?[] Fields(Override one) => [one.Kind, one.From, one.To, one.Users, one.Replaces, one.Layer];

    private static IEnumerable<PersonSet> Fields(IEnumerable<Participant> places) => places.Select(place => place.People);

    /// <summary>Every value with its length before it, so that no two lists read alike.</summary>
    private static void Write(StringBuilder text, object? value)
    {
        if (value is IEnumerable list and not string)
        {
            text.Append('[');
            foreach (var item in list)
            {
                Write(text, item);
            }

            text.Append(']');
            return;
        }

        var written = value is IFormattable formattable ? formattable.ToString(format: null, CultureInfo.InvariantCulture) : value?.ToString();
        text.Append(CultureInfo.InvariantCulture, $"{written?.Length ?? -1}:{written}");
    }
}
