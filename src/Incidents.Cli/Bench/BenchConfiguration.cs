using System.Globalization;
using System.Text;

namespace Incidents.Cli.Bench;

/// <summary>A configuration in which every alarm has a service of its own, so that none joins another's incident.</summary>
internal static class BenchConfiguration
{
    public static string Write(DirectoryInfo folder, int services)
    {
        folder.Create();
        var yaml = new StringBuilder("""
            people:
              ada: { name: Ada Lovelace, slack: U0ADA00001 }
            schedules:
              primary: { time_zone: Etc/UTC, rotation: weekly, handoff: MO 09:00, participants: [ada] }
            escalation_policies:
              standard: { steps: [{ targets: [schedule: primary] }] }
            catch_all: { targets: [person: ada] }
            services:

            """);
        for (var i = 0; i < services; i++)
        {
            yaml.AppendLine(CultureInfo.InvariantCulture, $"  {Name(i)}: {{ alarms: [\"{Name(i)}-*\"], policy: standard }}");
        }

        File.WriteAllText(Path.Combine(folder.FullName, "bench.yaml"), yaml.ToString());
        return folder.FullName;
    }

    public static string Name(int service) => string.Create(CultureInfo.InvariantCulture, $"bench-{service:D5}");
}
