namespace Incidents.Application.Calendars.Links;

/// <summary>Whose shifts a calendar holds.</summary>
/// <param name="Id">Of the schedule, or of the person.</param>
public sealed record CalendarOwner(CalendarKind Kind, string Id)
{
    /// <summary>`schedule primary`, `person ada`.</summary>
    public override string ToString() => $"{(Kind == CalendarKind.Schedule ? "schedule" : "person")} {Id}";
}

/// <summary>What has a calendar.</summary>
public enum CalendarKind
{
    /// <summary>Everybody's shifts in one schedule.</summary>
    Schedule,

    /// <summary>One person's shifts in all schedules.</summary>
    Person,
}
