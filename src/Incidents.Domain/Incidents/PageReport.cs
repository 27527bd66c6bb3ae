using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>What the process that claimed a page did with it.</summary>
/// <param name="Page">Id of the page.</param>
public abstract record PageReport(int Page)
{
    /// <summary>A channel was asked, and this is its answer.</summary>
    /// <param name="Took">From handing it over to the answer.</param>
    public sealed record Attempted(int Page, DeliveryResult Result, Duration Took) : PageReport(Page);

    /// <summary>No channel was asked: the message had no room to name its incident, and the next one has.</summary>
    public sealed record Gathered(int Page, Instant Until) : PageReport(Page);

    /// <summary>Reports an attempt that was not timed.</summary>
    public static implicit operator PageReport((int Page, DeliveryResult Result) report) => new Attempted(report.Page, report.Result, Duration.Zero);
}
