using NodaTime;

namespace Incidents.Domain.Maintenance;

/// <summary>What a window may be.</summary>
public static class MaintenanceRules
{
    /// <summary>The longest window. A longer one is no maintenance but an unwanted alarm: change the alarm.</summary>
    public static readonly Duration Longest = Duration.FromDays(30);

    /// <summary>A window further away than this is more likely a wrong year.</summary>
    public static readonly Duration FurthestAhead = Duration.FromDays(366);

    /// <summary>How long a window goes on that recurs and says no end: it can be ended at any time before.</summary>
    public static readonly Duration RecursFor = Duration.FromDays(3_660);

    /// <summary>Characters of a reason.</summary>
    public const int LongestReason = 250;

    /// <summary>Characters of all selectors together: every window is read at every alarm.</summary>
    public const int LongestSelectors = 1_000;

    /// <summary>What about a window cannot be; null when it can be planned.</summary>
    public static MaintenanceProblem? Check(MaintenanceWindow window, Instant now) => window switch
    {
        _ when string.IsNullOrWhiteSpace(window.Reason) || window.Reason.Length > LongestReason =>
            new("reason", $"says what is being done, in 1 to {LongestReason} characters"),
        _ when window.To <= window.From => new("to", "is after the beginning"),
        _ when window.To <= now => new("to", "is in the future: a window cannot silence what has happened"),
        _ when window.Every is not null && window.Recurs is null => new("every", Recurrence.Forms),
        _ when window.Every is not null && !(window.Length > Duration.Zero && window.Length <= Recurrence.Longest) => new("for", "says how long each round lasts, at most a day: `1h`"),
        _ when window.Every is null && window.To - window.From > Longest => new("to", $"is at most {Longest.Days} days after the beginning"),
        _ when window.From - now > FurthestAhead => new("from", $"is at most {FurthestAhead.Days} days from now"),
        _ when window.Services.Count + window.Alarms.Count + window.Tags.Count + window.Accounts.Count + window.Regions.Count == 0 =>
            new("services", "names what falls silent, or alarms, tags, accounts or regions do: a window over everything is refused"),
        _ when Characters(window) > LongestSelectors => new("services", $"and the other selectors together have at most {LongestSelectors} characters"),
        _ => null,
    };

    private static int Characters(MaintenanceWindow window) =>
        window.Services.Sum(id => id.Value.Length) + window.Alarms.Sum(glob => glob.ToString().Length) + window.Tags.Sum(tag => tag.ToString().Length)
        + window.Accounts.Sum(id => id.Length) + window.Regions.Sum(glob => glob.ToString().Length);
}

/// <summary>What about a window cannot be.</summary>
/// <param name="Field">The field that is wrong, as the API names it.</param>
/// <param name="Problem">What would be right, as a clause after the field's name.</param>
public sealed record MaintenanceProblem(string Field, string Problem);
