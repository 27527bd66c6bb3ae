namespace Incidents.Application.Measuring;

/// <summary>Records how the product itself is doing. It never blocks, and no failure of it may fail a page.</summary>
/// <remarks>Safe to call from several threads. A measurement never names a person, an alarm or an incident.</remarks>
public interface IMeasurements
{
    /// <summary>Something happened so many times.</summary>
    /// <param name="name">One of <see cref="MetricNames"/>.</param>
    void Count(string name, int times = 1);

    /// <summary>Something took so long.</summary>
    /// <param name="name">One of <see cref="MetricNames"/>.</param>
    /// <param name="value">In seconds; what clocks that differ make negative counts as none.</param>
    void Seconds(string name, double value);
}
