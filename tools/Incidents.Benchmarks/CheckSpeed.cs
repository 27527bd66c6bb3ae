using System.Diagnostics;
using System.Globalization;
using System.Text;
using Incidents.Application.Configuration;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using NodaTime;

namespace Incidents.Benchmarks;

/// <summary>What `check` takes for a large company: reading, reviewing and 90 days of every schedule and service.</summary>
internal static class CheckSpeed
{
    private const int Services = 200;
    private const int Schedules = 40;
    private const int People = 120;

    private static readonly Instant Now = Instant.FromUtc(2026, 9, 14, 8, 0);

    public static string Row()
    {
        ConfigurationFile[] files = [new("bench.yaml", Encoding.UTF8.GetBytes(Written()))];
        var first = Run(files);
        var later = Enumerable.Range(0, 5).Select(_ => Run(files)).Min();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"check:                  {first.TotalMilliseconds:F0} ms at first, {later.TotalMilliseconds:F0} ms when warm ({Services} services, {Schedules} schedules, {Staffing.Ahead.Days} days)");
    }

    private static TimeSpan Run(ConfigurationFile[] files)
    {
        var started = Stopwatch.GetTimestamp();
        if (ConfigurationLoader.Load(files, "bench", Now) is not ConfigurationResult.Valid valid)
        {
            throw new InvalidOperationException("The bench's own configuration is refused.");
        }

        Staffing.Of(valid.Configuration, Now, Now + Staffing.Ahead);
        return Stopwatch.GetElapsedTime(started);
    }

    private static string Written()
    {
        var text = new StringBuilder("channels: { slack_only: bench }\ncatch_all: { targets: [schedule: s0] }\npeople:\n");
        for (var person = 0; person < People; person++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  p{person}: {{ slack: U{person:D8} }}\n");
        }

        text.Append("schedules:\n");
        for (var schedule = 0; schedule < Schedules; schedule++)
        {
            var people = string.Join(", ", Enumerable.Range(3 * schedule, 12).Select(person => $"p{person % People}"));
            text.Append(CultureInfo.InvariantCulture, $$"""
                  s{{schedule}}:
                    time_zone: Europe/Berlin
                    layers:
                      - { name: weeks, start: 2026-01-05T08:00:00Z, participants: [{{people}}], rotation: weekly, handoff: MO 09:00 }
                      - { name: nights, start: 2026-01-05T08:00:00Z, participants: [{{people}}], rotation: daily, handoff: 18:00, restrictions: [{ type: daily, start: 20:00, end: 08:00 }] }

                """);
        }

        text.Append("escalation_policies:\n");
        for (var policy = 0; policy < Schedules; policy++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  e{policy}: {{ steps: [{{ targets: [schedule: s{policy}] }}, {{ targets: [schedule: s{(policy + 1) % Schedules}] }}] }}\n");
        }

        text.Append("services:\n");
        for (var service = 0; service < Services; service++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  service{service}: {{ policy: e{service % Schedules}, alarms: [\"service{service}-*\", \"*-{service}-5xx\"] }}\n");
        }

        return text.ToString();
    }
}
