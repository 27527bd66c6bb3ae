using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Configuration.Sections;

/// <summary>What services and the catch-all have in common.</summary>
internal static class ServiceForm
{
    public const string BySeverity = "by_severity";

    public static readonly IReadOnlyList<string> Urgencies = [BySeverity, "high", "low"];

    public static readonly IReadOnlyList<string> FailedWords = ["note", "notify"];

    /// <summary>What a severity rule can be about.</summary>
    public static readonly IReadOnlyList<string> RuleKeys = ["alarm", "description", "account", "region", "source", "subject"];

    public static Service Read(ServiceId id, string usualName, YamlObject entry, KnownIds ids) => new()
    {
        Id = id,
        Name = entry.Find("name")?.Text() ?? usualName,
        SeverityRules = [.. (entry.Find("severity_rules")?.Items() ?? []).Select(rule => ReadRule(rule, ids)).OfType<SeverityRule>()],
        DefaultSeverity = entry.Find("severity")?.Severity(),
        Team = entry.Find("team") is { } team ? ids.Team(team) : null,
        Runbooks = [.. (entry.Find("runbooks")?.OneOrMore() ?? []).Select(YamlScalars.Text).OfType<string>()],
        Tags = entry.Find("tags") is { } tags ? TagsForm.Read(tags) : [],
        Rules = RulesForm.Read(entry),
        Urgency = ReadUrgency(entry),
        SupportHours = entry.Find("support_hours") is { } hours ? ReadHours(hours) : null,
        Channel = entry.Find("slack_channel") is { } channel ? ids.Channel(channel) : null,
        Deployments = entry.Find("deployments") is { } deployments ? ReadDeployments(deployments) : new DeploymentSettings(),
        PostmortemFor = entry.Find("postmortem") is { } postmortem
            ? [.. postmortem.OneOrMore().Select(YamlScalars.Severity).OfType<Severity>().Distinct()]
            : [Severity.Sev1, Severity.Sev2],
    };

    private static Urgency? ReadUrgency(YamlObject entry)
    {
        var value = entry.Find("urgency");
        Urgency? urgency = value?.Word(Urgencies) switch
        {
            "high" => Urgency.High,
            "low" => Urgency.Low,
            _ => null,
        };
        if (urgency is not null && entry.FindOrNothing("support_hours") is { } hours)
        {
            hours.WarnAtKey($"With `urgency: {value!.Scalar}` the time of day changes nothing. Remove `support_hours` or `urgency`.");
        }

        return urgency;
    }

    private static DeploymentSettings ReadDeployments(YamlValue value)
    {
        if (value.Object("Write { failed: notify }.") is not { } entry)
        {
            return new DeploymentSettings();
        }

        var settings = new DeploymentSettings
        {
            Failed = entry.Find("failed")?.Word(FailedWords) == "notify" ? FailedDeployment.Notify : FailedDeployment.Note,
        };
        entry.RefuseOthers();
        return settings;
    }

    private static SeverityRule? ReadRule(YamlValue value, KnownIds ids)
    {
        if (value.Object("Write { alarm: \"checkout-*-5xx\", severity: sev1 }.") is not { } rule)
        {
            return null;
        }

        var alarm = rule.Find("alarm") is { } name ? PatternForm.Read(name) : null;
        var description = rule.Find("description") is { } text ? PatternForm.Read(text) : null;
        var source = rule.Find("source") is { } sender ? PatternForm.Read(sender) : null;
        var subject = rule.Find("subject") is { } title ? PatternForm.Read(title) : null;
        var places = PlacesForm.Read(rule, ids.Accounts);
        var severity = rule.Require("severity", "Write sev1, sev2, sev3 or sev4.")?.Severity();
        rule.RefuseOthers();
        if (RuleKeys.All(key => rule.FindOrNothing(key) is null))
        {
            value.Error($"{value.Subject} fits every alarm. Add `alarm`, `description`, `account` or `region`, or use the service's `severity`.");
        }

        return severity is { } known ? new SeverityRule(alarm, description, known) { Source = source, Subject = subject, Places = places } : null;
    }

    private static SupportHours? ReadHours(YamlValue value)
    {
        if (value.Object("Write { zone: Europe/Berlin, days: [MO, TU, WE, TH, FR], from: 09:00, to: 17:00 }.") is not { } hours)
        {
            return null;
        }

        var zone = hours.Require("zone", "Write an IANA id such as Europe/Berlin.")?.Zone();
        var days = hours.Require("days", "Write a list of MO, TU, WE, TH, FR, SA and SU.")?.ListOfWeekdays();
        var from = hours.Require("from", "Write a clock time such as 09:00.")?.ClockTime();
        var to = hours.Require("to", "Write a clock time such as 17:00.")?.ClockTime();
        hours.RefuseOthers();
        return zone is not null && days is not null && from is { } start && to is { } end
            ? new SupportHours(zone, days.ToHashSet(), start, end)
            : null;
    }
}
