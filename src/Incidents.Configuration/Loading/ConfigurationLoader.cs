using Incidents.Configuration.Files;
using Incidents.Configuration.Review;
using Incidents.Configuration.Sections;
using Incidents.Configuration.Yaml;
using Incidents.Domain.Configuration;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Configuration.Loading;

/// <summary>From the files of a configuration to the configuration, or to everything that is wrong with them.</summary>
public static class ConfigurationLoader
{
    /// <summary>All files together may be this large; a store's item holds no more.</summary>
    public const int MostBytes = 256 * 1024;

    /// <param name="files">In the order that decides where two services claim an alarm equally.</param>
    /// <param name="place">Where to say what is missing in all of them: a directory or file.</param>
    /// <param name="now">Gaps are looked for in the 90 days from here.</param>
    public static ConfigurationResult Load(IReadOnlyList<ConfigurationFile> files, string place, Instant now)
    {
        var problems = new ProblemList();
        if (files.Sum(file => (long)file.Content.Length) > MostBytes)
        {
            var largest = files.MaxBy(file => file.Content.Length)!;
            problems.Error(Place.StartOf(largest.Name), $"The configuration is larger than {MostBytes / 1024} KB. Make it smaller; this file is the largest part.");
            return new ConfigurationResult.Invalid(problems.InOrder());
        }

        var texts = new List<string>();
        var roots = new List<YamlObject>();
        foreach (var file in files)
        {
            if (FileText.TryRead(file, problems, out var text))
            {
                texts.Add(text);
                roots.AddRange(YamlText.Parse(file.Name, text, problems) is { } root && SchemaVersion.IsRead(root) ? [root] : []);
            }
        }

        // With a file missing it cannot be decided which names are unknown.
        if (problems.HasErrors)
        {
            return new ConfigurationResult.Invalid(problems.InOrder());
        }

        var sections = new ConfigurationSections(problems);
        roots.ForEach(sections.Add);
        if (sections.CatchAll is null && !problems.HasErrors)
        {
            problems.Error(Place.StartOf(files.Count == 1 ? files[0].Name : place), CatchAllSection.Missing);
        }

        var configuration = Assemble(sections, ContentVersion.Of(texts));
        if (configuration is null || problems.HasErrors)
        {
            return new ConfigurationResult.Invalid(problems.InOrder());
        }

        ConfigurationReview.Warn(configuration, sections, now);
        return new ConfigurationResult.Valid(configuration with { Absences = configuration.PlannedAbsences(), Warnings = problems.InOrder(), Unwakeable = [.. NobodyReview.Find(configuration, sections), .. WakeReview.Find(configuration, sections), .. StepsReview.Find(configuration, sections, now)], Notes = [.. ShadowReview.Find(configuration, sections.Services), .. OverlapReview.Find(configuration, sections.Services), .. TagReview.Find(configuration, sections.Services), .. CallsReview.Find(configuration, sections)] });
    }

    private static OnCallConfiguration? Assemble(ConfigurationSections sections, string version)
    {
        var accounts = AccountsSection.Read(sections);
        var ids = new KnownIds(sections.People.Keys, sections.Teams.Keys, sections.Schedules.Keys, sections.Policies.Keys, [.. sections.Services.Keys, CatchAll.Id.Value], SlackSection.Channels(sections), sections.Holidays.Keys, accounts);
        var people = PeopleSection.Read(sections, ids);
        var teams = TeamsSection.Read(sections, ids);
        var schedules = SchedulesSection.Read(sections, ids);
        var policies = PoliciesSection.Read(sections, ids);
        var services = ServicesSection.Read(sections, ids);
        var heartbeats = HeartbeatsSection.Read(sections, ids);
        var holidays = HolidaysSection.Read(sections);
        var slack = SlackSection.Read(sections, ids, people, teams);
        var channels = ChannelsSection.Read(sections);
        var retention = RetentionSection.Read(sections);
        var notices = NoticesSection.Read(sections, ids);
        var watchdog = sections.Watchdog?.SecretName("watchdog's URL");
        return CatchAllSection.Read(sections, ids, policies) is not { } catchAll ? null : new OnCallConfiguration
        {
            Version = version,
            People = people,
            Teams = teams,
            Schedules = schedules,
            Policies = policies,
            Services = services,
            Accounts = accounts,
            Heartbeats = heartbeats,
            Holidays = holidays,
            CatchAll = catchAll,
            Slack = slack,
            Channels = channels,
            IncidentRetention = retention,
            Notices = notices,
            WatchdogSecret = watchdog,
        };
    }
}
