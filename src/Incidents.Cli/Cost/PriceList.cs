using System.Text.Json;

namespace Incidents.Cli.Cost;

/// <summary>List prices in US dollars of one region.</summary>
/// <param name="Compiled">The day on which the list was put together, as yyyy-MM-dd.</param>
/// <param name="SeatsWithoutPrice">Products sold per person for which no dated price could be found.</param>
internal sealed record PriceList(string Region, string Compiled, IReadOnlyDictionary<string, Price> Prices, IReadOnlyList<Seat> Seats, IReadOnlyList<string> SeatsWithoutPrice)
{
    /// <summary>The list that this build carries.</summary>
    public static PriceList Read()
    {
        using var stream = typeof(PriceList).Assembly.GetManifestResourceStream("prices.json")!;
        using var json = JsonDocument.Parse(stream);
        var root = json.RootElement;
        return new PriceList(
            Text(root, "region")!,
            Text(root, "compiled")!,
            root.GetProperty("prices").EnumerateArray().ToDictionary(
                price => Text(price, "item")!,
                price => new Price(Text(price, "unit")!, Number(price, "usd"), Number(price, "per"), Number(price, "free"), Text(price, "source")!, Text(price, "date")!, price.TryGetProperty("read", out _))),
            [.. root.GetProperty("seats").EnumerateArray().Select(seat => new Seat(Text(seat, "product")!, Number(seat, "usd"), Text(seat, "terms")!, Text(seat, "source")!, Text(seat, "date")!))],
            [.. root.GetProperty("seats-without-price").EnumerateArray().Select(product => product.GetString()!)]);
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static decimal Number(JsonElement element, string name) => element.GetProperty(name).GetDecimal();
}

/// <param name="Usd">For <paramref name="Per"/> units.</param>
/// <param name="Free">Units a month that cost nothing, for the account as a whole and without end; offers for the first year are not counted.</param>
/// <param name="Date">When the page at <paramref name="Source"/> was written, or, where it does not say, when a copy of it was read; as yyyy-MM-dd.</param>
/// <param name="IsUndated">Whether the page does not say.</param>
internal sealed record Price(string Unit, decimal Usd, decimal Per, decimal Free, string Source, string Date, bool IsUndated = false)
{
    public decimal ListOf(decimal units) => units * Usd / Per;

    public decimal AfterFreeTier(decimal units) => ListOf(Math.Max(0, units - Free));
}

/// <summary>What a product sold per person costs a month.</summary>
internal sealed record Seat(string Product, decimal Usd, string Terms, string Source, string Date);
