using Incidents.Configuration.Authoring.Schema;

namespace Incidents.Configuration.Authoring.Templates;

/// <summary>What a team begins with.</summary>
public static class ConfigurationTemplate
{
    /// <summary>The name of the file it goes into.</summary>
    public const string FileName = "oncall.yaml";

    /// <summary>The smallest file that works: every alarm pages the person who has this week's turn.</summary>
    public const string Smallest = $$"""
        {{ConfigurationSchema.Modeline}}
        # Every CloudWatch alarm pages whoever is on call this week. Change the names, then add `services:` as you need them.
        people:
          ada: { name: Ada Lovelace, slack: U0ADA00001 }      # the Slack id is in the profile: "Copy member ID"
          grace: { name: Grace Hopper, slack: U0GRACE001 }
        schedules:
          primary:
            time_zone: Etc/UTC                                # such as Europe/Berlin or America/New_York
            rotation: weekly
            handoff: MO 09:00
            participants: [ada, grace]
        catch_all: { targets: [schedule: primary] }
        channels: { slack_only: for a trial }                 # nobody's phone rings: give people a phone or push, then remove this

        """;
}
