using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Json;

/// <summary>A page as it is stored with its incident: what is at its default takes no room.</summary>
internal sealed record StoredPage
{
    public required int Id { get; init; }

    public required PersonId Person { get; init; }

    public required string Channel { get; init; }

    public required int Step { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PageState State { get; init; }

    /// <summary>Null means one, as for almost every page.</summary>
    public int? Attempts { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Unanswered { get; init; }

    public required Instant Deadline { get; init; }

    public required Instant RequestedAt { get; init; }

    public Instant? StartedAt { get; init; }

    public ImmutableList<string>? Tried { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsReached { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HandedOver { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Late { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Repeats { get; init; }

    public static StoredPage From(Page page) => new()
    {
        Id = page.Id,
        Person = page.Person,
        Channel = page.Channel,
        Step = page.Step,
        State = page.State,
        Attempts = page.Attempts == 1 ? null : page.Attempts,
        Unanswered = page.Unanswered,
        Deadline = page.Deadline,
        RequestedAt = page.RequestedAt,
        StartedAt = page.StartedAt,
        Tried = page.Tried,
        IsReached = page.IsReached,
        HandedOver = page.HandedOver,
        Late = page.Late,
        Repeats = page.Repeats,
    };

    public Page ToPage() => new()
    {
        Id = Id,
        Person = Person,
        Channel = Channel,
        Step = Step,
        State = State,
        Attempts = Attempts ?? 1,
        Unanswered = Unanswered,
        Deadline = Deadline,
        RequestedAt = RequestedAt,
        StartedAt = StartedAt,
        Tried = Tried,
        IsReached = IsReached,
        HandedOver = HandedOver,
        Late = Late,
        Repeats = Repeats,
    };
}
