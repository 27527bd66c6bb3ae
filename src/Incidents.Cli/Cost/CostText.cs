using System.Globalization;

namespace Incidents.Cli.Cost;

/// <summary>A cost report for people.</summary>
internal static class CostText
{
    private const int Team = 10;

    public static IEnumerable<string> Lines(CostReport report) =>
    [
        $"US dollars a month in {report.Prices.Region}; prices compiled {report.Prices.Compiled}",
        "",
        $"{"",-44} {"idle",8} {"list",8} {"free tier",10}   {$"{report.Alarms} alarms",14} {"list",8} {"free tier",10}",
        .. report.Lines.Where(line => line.Idle > 0 || line.Busy > 0).Select(Row),
        $"{"total",-44} {"",8} {Usd(report.ListIdle),8} {Usd(report.FreeIdle),10}   {"",14} {Usd(report.ListBusy),8} {Usd(report.FreeBusy),10}",
        "",
        $"Idle goal: at most {Usd(CostReport.MostIdleAfterFreeTier)} after the free tier and {Usd(CostReport.MostIdleAtList)} at list price: {(report.IsWithinGoal ? "met" : "NOT met")}.",
        "Idle counts the tick, the daily check and what the stack's alarms look at. A custom metric is paid for by the hour in which it is sent; a dashboard, which WithDashboard=true adds, would be $3.00 at list.",
        $"Measured: {Usage.WritesOfALife} write units for an incident's life. Assumed, nothing has run in Lambda yet: {Usage.TickMilliseconds} ms for a tick, {Usage.AlarmMilliseconds} ms for an alarm in all, reads, logs.",
        "The free tier is the account's: what else runs there uses it too. Not counted: texts, calls and mails, storage (a few MB), data transfer, tax.",
        "",
        $"For {Team} people, products sold per seat:",
        .. report.Prices.Seats.Select(seat => $"  {seat.Product,-24} {Usd(seat.Usd * Team),9}   ({seat.Terms}; {seat.Source}, {seat.Date})"),
        $"No dated price was found for {string.Join(", ", report.Prices.SeatsWithoutPrice)}.",
        "",
        "Sources:",
        .. report.Prices.Prices.Select(price => $"  {price.Key,-20} {price.Value.Usd.ToString(CultureInfo.InvariantCulture),13} per {price.Value.Per.ToString(CultureInfo.InvariantCulture),-8} {price.Value.Source}, {(price.Value.IsUndated ? "undated, read " : "")}{price.Value.Date}"),
    ];

    private static string Row(CostLine line) =>
        $"{$"{line.Item} ({line.Price.Unit})",-44} {Units(line.Idle),8} {Usd(line.ListIdle),8} {Usd(line.FreeIdle),10}   {Units(line.Busy),14} {Usd(line.ListBusy),8} {Usd(line.FreeBusy),10}";

    private static string Units(decimal units) => units.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Usd(decimal amount) => "$" + amount.ToString("0.00", CultureInfo.InvariantCulture);
}
