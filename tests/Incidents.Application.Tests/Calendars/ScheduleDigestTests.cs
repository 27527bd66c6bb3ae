using System.Reflection;
using Incidents.Application.Calendars.Revisions;
using Incidents.Domain;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Application.Tests.Calendars;

/// <summary>Whatever changes the answers of a schedule changes its digest: each field once.</summary>
public sealed class ScheduleDigestTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 9, 14, 7, 0);
    private static readonly Rotation Weekly = new() { Kind = RotationKind.Weekly };
    private static readonly Override Cover = new() { Kind = OverrideKind.Cover, From = Start, To = Start + Duration.FromDays(1), Users = PersonSet.Named("ada") };
    private static readonly Layer All = new() { Name = "all", Start = Start, Participants = [Participant.Person("ada"), Participant.Person("ben")], Rotation = Weekly };
    private static readonly Schedule Plain = new() { Id = new ScheduleId("primary"), Name = "Primary", TimeZone = DateTimeZone.Utc, Layers = [All], Overrides = [Cover] };

    private static readonly Dictionary<string, object> Other = new()
    {
        ["Schedule.Id"] = new ScheduleId("other"),
        ["Schedule.Name"] = "Other",
        ["Schedule.TimeZone"] = DateTimeZoneProviders.Tzdb["Europe/Berlin"],
        ["Schedule.Layers"] = new[] { All, All with { Name = "b" } },
        ["Schedule.Overrides"] = Array.Empty<Override>(),
        ["Layer.Name"] = "b",
        ["Layer.Priority"] = 7,
        ["Layer.TimeZone"] = DateTimeZoneProviders.Tzdb["Asia/Tokyo"],
        ["Layer.Start"] = Start + Duration.FromHours(1),
        ["Layer.End"] = Start + Duration.FromDays(9),
        ["Layer.Participants"] = new[] { Participant.Group("ada", "ben") },
        ["Layer.OnCallCount"] = 2,
        ["Layer.Rotation"] = null!,
        ["Layer.Restrictions"] = new Restriction[] { new Restriction.Daily(new(8, 0), new(20, 0)) },
        ["Layer.Changes"] = new[] { new ParticipantChange(Start, [Participant.Vacant]) },
        ["Rotation.Kind"] = RotationKind.Daily,
        ["Rotation.Length"] = 2,
        ["Rotation.HandoffTime"] = new LocalTime(9, 0),
        ["Rotation.HandoffWeekday"] = IsoDayOfWeek.Tuesday,
        ["Rotation.HandoffMonthday"] = 3,
        ["Rotation.Days"] = new[] { IsoDayOfWeek.Friday },
        ["Rotation.Anchor"] = new LocalDateTime(2026, 9, 7, 9, 0),
        ["Rotation.StartIndex"] = 1,
        ["Override.Kind"] = OverrideKind.Add,
        ["Override.From"] = Start + Duration.FromHours(2),
        ["Override.To"] = Start + Duration.FromHours(3),
        ["Override.Users"] = PersonSet.Named("ben"),
        ["Override.Replaces"] = new PersonId("ben"),
        ["Override.Layer"] = "all",
    };

    [Fact]
    public void EveryField_ChangesTheDigest()
    {
        var digests = new HashSet<string> { Digest(Plain), Digest(Plain with { Layers = [All with { Restrictions = [new Restriction.Daily(new(8, 0), new(20, 0)) { Days = [IsoDayOfWeek.Monday] }] }] }) };
        foreach (var property in new[] { typeof(Schedule), typeof(Layer), typeof(Rotation), typeof(Override) }.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)))
        {
            var name = $"{property.DeclaringType!.Name}.{property.Name}";
            Assert.True(Other.TryGetValue(name, out var value), $"{name} is new: let the digest cover it");
            Assert.True(digests.Add(Digest(Changed(property, value))), $"{name} does not change the digest");
        }
    }

    [Fact]
    public void NameOfSomebodyInIt_ChangesTheDigest() =>
        Assert.NotEqual(Digest(Plain), ScheduleDigest.Of(Plain, person => person.Value == "ben" ? "Benjamin" : person.Value));

    private static string Digest(Schedule schedule) => ScheduleDigest.Of(schedule, person => person.Value);

    /// <summary>The plain schedule, with one field of one of its parts as given.</summary>
    private static Schedule Changed(PropertyInfo property, object? value) => property.DeclaringType!.Name switch
    {
        nameof(Schedule) => With(Plain with { }, property, value),
        nameof(Layer) => Plain with { Layers = [With(All with { }, property, value)] },
        nameof(Rotation) => Plain with { Layers = [All with { Rotation = With(Weekly with { }, property, value) }] },
        _ => Plain with { Overrides = [With(Cover with { }, property, value)] },
    };

    private static T With<T>(T copy, PropertyInfo property, object? value)
    {
        property.SetValue(copy, value);
        return copy;
    }
}
