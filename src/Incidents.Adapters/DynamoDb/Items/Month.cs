using System.Globalization;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Items;

/// <summary>A calendar month in UTC, written `2026-11`: one partition of history.</summary>
internal readonly record struct Month(YearMonth Value)
{
    public static Month Of(Instant instant) => new(instant.InUtc().Date.ToYearMonth());

    /// <summary>From this month back to <paramref name="oldest"/>, both included.</summary>
    public IEnumerable<Month> BackTo(Month oldest)
    {
        for (var month = Value; month >= oldest.Value; month = month.PlusMonths(-1))
        {
            yield return new Month(month);
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value.Year:D4}-{Value.Month:D2}");
}
