using NodaTime;

namespace Incidents.Web.Schedules;

/// <summary>One coloured stretch of time in a drawing.</summary>
/// <param name="Class">How the style draws it.</param>
/// <param name="Y">Down from the drawing's upper edge.</param>
internal sealed record Strip(Instant From, Instant To, string Class, decimal Y, decimal Height);
