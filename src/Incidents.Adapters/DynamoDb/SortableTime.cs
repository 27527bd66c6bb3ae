using NodaTime;
using NodaTime.Text;

namespace Incidents.Adapters.DynamoDb;

/// <summary>UTC with all nine digits, so that text order is the order of time.</summary>
internal static class SortableTime
{
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fffffffff'Z'");

    public static string Write(Instant instant) => Pattern.Format(instant);

    /// <summary>Throws <see cref="UnparsableValueException"/> for anything <see cref="Write"/> has not written.</summary>
    public static Instant Read(string text) => Pattern.Parse(text).Value;
}
