using System.Globalization;
using System.Text;

namespace Incidents.Benchmarks;

/// <summary>A configuration in which every alarm has a service of its own, so that none joins another's incident, and a person of its own, so that no page waits to be told with others.</summary>
internal static class BenchmarkConfiguration
{
    public static string Write(DirectoryInfo folder, int services)
    {
        folder.Create();
        var yaml = new StringBuilder();
        Section(yaml, "people", services, i => $"{{ name: Ada {i}, slack: U0ADA{i:D5} }}");
        Section(yaml, "schedules", services, i => $"{{ time_zone: Etc/UTC, rotation: weekly, handoff: MO 09:00, participants: [{Name(i)}] }}");
        Section(yaml, "escalation_policies", services, i => $"{{ steps: [{{ targets: [schedule: {Name(i)}] }}] }}");
        Section(yaml, "services", services, i => $"{{ alarms: [\"{Name(i)}-*\"], policy: {Name(i)} }}");
        yaml.AppendLine(CultureInfo.InvariantCulture, $"catch_all: {{ targets: [person: {Name(0)}] }}");

        File.WriteAllText(Path.Combine(folder.FullName, "bench.yaml"), yaml.ToString());
        return folder.FullName;
    }

    public static string Name(int service) => string.Create(CultureInfo.InvariantCulture, $"bench-{service:D5}");

    private static void Section(StringBuilder yaml, string name, int services, Func<int, FormattableString> entry)
    {
        yaml.AppendLine(CultureInfo.InvariantCulture, $"{name}:");
        for (var i = 0; i < services; i++)
        {
            yaml.AppendLine(CultureInfo.InvariantCulture, $"  {Name(i)}: {FormattableString.Invariant(entry(i))}");
        }
    }
}
