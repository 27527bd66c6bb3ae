using System.Text;
using Incidents.Configuration.Files;

namespace Incidents.Import.Writing;

/// <summary>A configuration out of what was imported, split over files as the sample configuration is.</summary>
public static class ImportedFiles
{
    private const string Channels = """
        # The export says whom to call and not from where. Fill in what you have, then remove `slack_only`: until then nobody's phone rings.
        channels:
          slack_only: imported, tried beside the old pager
          # sms: { origination: "+12025550100" }
          # voice: { origination: "+12025550100" }
          # email: { from: Incidents <incidents@example.com> }

        """;

    /// <param name="origin">Name of the other tool, for the first line of each file.</param>
    public static IReadOnlyList<ConfigurationFile> Write(ImportedTeam team, string origin) =>
    [
        File("people.yaml", team.People.Count > 0, PeopleFile.Write(team), origin),
        File("schedules.yaml", team.Schedules.Count > 0, SchedulesFile.Write(team), origin),
        File("policies.yaml", true, PoliciesFile.Write(team), origin),
        File("services.yaml", team.Services.Count > 0, ServicesFile.Write(team), origin),
        File("channels.yaml", true, Channels, origin),
    ];

    private static ConfigurationFile File(string name, bool hasAny, string text, string origin) =>
        new(name, Encoding.UTF8.GetBytes(hasAny ? $"# Imported from {origin}.\n\n{text}" : $"# The export from {origin} holds nothing for this file.\n"));
}
