using System.Text;
using Incidents.Configuration.Sections;

namespace Incidents.Configuration.Authoring.Schema;

/// <summary>What a file of the configuration may hold, as a JSON Schema for editors.</summary>
public static class ConfigurationSchema
{
    /// <summary>The name of the file it stands in, beside the configuration.</summary>
    public const string FileName = "incidents.schema.json";

    /// <summary>The line at the head of a file by which editors find the schema beside it.</summary>
    public const string Modeline = $"# yaml-language-server: $schema={FileName}";

    internal static Form File { get; } = new(
        "file",
        "The on-call configuration. All files of the directory are one: split them as you like.",
        new("version", new Kind.Number(1, SchemaVersion.Newest), "The form the file is written in.") { Usual = $"{SchemaVersion.Newest}" },
        new("people", Kinds.ById(PersonForms.Person), "Who can be on call or respond."),
        new("teams", Kinds.ById(PersonForms.Team), "People who own services together."),
        new("schedules", Kinds.ById(ScheduleForms.Schedule), "Who is on call when."),
        new("escalation_policies", Kinds.ById(PolicyForms.Policy), "Whom to page, and whom next when nobody answers."),
        new("services", Kinds.ById(ServiceForms.Service), "What people depend on, and which alarms belong to it."),
        new("accounts", new Kind.Map("^[0-9]{12}$", new Kind.Entry(ServiceForms.Account), OrNothing: true), "AWS accounts whose alarms come here, by id."),
        new("heartbeats", Kinds.ById(ServiceForms.Heartbeat), "Jobs that have to be heard."),
        new("holidays", Kinds.ById(PersonForms.Holidays), "Public holidays by country, for `schedule fairness`. They change nobody's turn."),
        new("catch_all", new Kind.Entry(ServiceForms.CatchAll), "Required once in all files: hears of what nobody else does."),
        new("slack", new Kind.Entry(SettingsForms.Slack), "The Slack workspace."),
        new("channels", new Kind.Entry(SettingsForms.Channels), "What the ways to reach people need."),
        new("notices", new Kind.Entry(SettingsForms.Notices), "How messages of low urgency, which are no alarms, are told."),
        new("retention", new Kind.Entry(SettingsForms.Retention), "How long what is over stays. Without it nothing is ever removed."),
        new("watchdog", Kinds.Secret, "The name of the secret that holds an address outside AWS, which each good tick calls: what listens there raises an alarm when the calls stay out."));

    /// <summary>Draft 7, because that is what editors know best; ends in a line end.</summary>
    public static string Text { get; } = Encoding.UTF8.GetString(SchemaWriter.Write(File)) + "\n";
}
