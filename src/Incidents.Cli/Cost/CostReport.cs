namespace Incidents.Cli.Cost;

/// <summary>One item of the price list in a month.</summary>
internal sealed record CostLine(string Item, Price Price, decimal Idle, decimal Busy)
{
    public decimal ListIdle => Price.ListOf(Idle);

    public decimal ListBusy => Price.ListOf(Busy);

    public decimal FreeIdle => Price.AfterFreeTier(Idle);

    /// <summary>The free tier is used up by what runs idle first.</summary>
    public decimal FreeBusy => Price.AfterFreeTier(Idle + Busy) - FreeIdle;
}

/// <summary>What a month costs: idle, and a number of alarms on top.</summary>
internal sealed record CostReport(PriceList Prices, int Alarms, IReadOnlyList<CostLine> Lines)
{
    /// <summary>What an idle stack may cost a month, in US dollars.</summary>
    public const decimal MostIdleAfterFreeTier = 1, MostIdleAtList = 5;

    public decimal ListIdle => Lines.Sum(line => line.ListIdle);

    public decimal FreeIdle => Lines.Sum(line => line.FreeIdle);

    public decimal ListBusy => Lines.Sum(line => line.ListBusy);

    public decimal FreeBusy => Lines.Sum(line => line.FreeBusy);

    public bool IsWithinGoal => FreeIdle <= MostIdleAfterFreeTier && ListIdle <= MostIdleAtList;

    public static CostReport Of(PriceList prices, TemplateCount stack, int alarms)
    {
        var (idle, busy) = (Usage.Idle(stack), Usage.Alarms(alarms));
        return new CostReport(prices, alarms, [.. prices.Prices.Select(price => new CostLine(price.Key, price.Value, idle.GetValueOrDefault(price.Key), busy.GetValueOrDefault(price.Key)))]);
    }
}
