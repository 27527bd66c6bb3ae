using Incidents.Application.Measuring;

namespace Incidents.Scenarios.Tests.Measuring;

/// <summary>Keeps what it is told.</summary>
internal sealed class HeardMeasurements : IMeasurements
{
    private readonly Dictionary<string, int> counts = [];
    private readonly Dictionary<string, List<double>> seconds = [];

    public int CountOf(string name) => counts.GetValueOrDefault(name);

    public IReadOnlyList<double> SecondsOf(string name) => seconds.GetValueOrDefault(name) ?? [];

    public void Count(string name, int times = 1)
    {
        lock (counts)
        {
            counts[name] = CountOf(name) + times;
        }
    }

    public void Seconds(string name, double value)
    {
        lock (counts)
        {
            (seconds.TryGetValue(name, out var values) ? values : seconds[name] = []).Add(value);
        }
    }
}
