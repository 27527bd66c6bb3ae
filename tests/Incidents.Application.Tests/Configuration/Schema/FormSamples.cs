namespace Incidents.Application.Tests.Configuration.Schema;

/// <summary>A place in a file for each form of the schema; `@` stands where a key can be tried.</summary>
internal static class FormSamples
{
    private const string Turns = "time_zone: Europe/Berlin, participants: [ada, grace], rotation: weekly";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["file"] = "@\n",
        ["person"] = "people: { alan: { @ } }",
        ["push"] = "people: { alan: { push: { @ } } }",
        ["notify"] = "people: { alan: { notify: { @ } } }",
        ["notification_rule"] = "people: { alan: { notify: { high: [{ @ }] } } }",
        ["quiet_hours"] = "people: { alan: { quiet_hours: { @ } } }",
        ["phone"] = "people: { alan: { phone: { @ } } }",
        ["days_off"] = "people: { alan: { time_off: [{ @ }] } }",
        ["holiday"] = "holidays: { DE: [{ @ }] }",
        ["team"] = "teams: { t: { @ } }",
        ["account"] = "accounts: { \"111122223333\": { @ } }",
        ["schedule"] = "schedules: { s: { participants: [ada, grace], rotation: weekly, @ } }",
        ["layered_schedule"] = "schedules: { s: { layers: [], @ } }",
        ["layer"] = $"schedules: {{ s: {{ time_zone: Europe/Berlin, layers: [{{ rotation: weekly, @ }}] }} }}",
        ["rotation"] = "schedules: { s: { time_zone: Europe/Berlin, participants: [ada, grace], rotation: { @ } } }",
        ["participant_change"] = $"schedules: {{ s: {{ {Turns}, changes: [{{ @ }}] }} }}",
        ["daily_restriction"] = $"schedules: {{ s: {{ {Turns}, restrictions: [{{ type: daily, @ }}] }} }}",
        ["weekly_restriction"] = $"schedules: {{ s: {{ {Turns}, restrictions: [{{ type: weekly, @ }}] }} }}",
        ["override"] = $"schedules: {{ s: {{ {Turns}, overrides: [{{ kind: add, @ }}] }} }}",
        ["override_replace"] = $"schedules: {{ s: {{ {Turns}, overrides: [{{ kind: replace, @ }}] }} }}",
        ["escalation_policy"] = "escalation_policies: { p: { @ } }",
        ["step"] = "escalation_policies: { p: { steps: [{ @ }] } }",
        ["target"] = "escalation_policies: { p: { steps: [{ targets: [{ @ }] }] } }",
        ["service"] = "services: { a: { @ } }",
        ["severity_rule"] = "services: { a: { severity_rules: [{ @ }] } }",
        ["flapping"] = "services: { a: { flapping: { @ } } }",
        ["support_hours"] = "services: { a: { support_hours: { @ } } }",
        ["deployments"] = "services: { a: { deployments: { @ } } }",
        ["heartbeat"] = "heartbeats: { h: { @ } }",
        ["catch_all"] = "catch_all: { @ }",
        ["slack"] = "slack: { @ }",
        ["channels"] = "channels: { @ }",
        ["notices"] = "notices: { @ }",
        ["retention"] = "retention: { @ }",
        ["sms"] = "channels: { sms: { @ } }",
        ["voice"] = "channels: { voice: { @ } }",
        ["email"] = "channels: { email: { @ } }",
        ["pushover"] = "channels: { pushover: { @ } }",
    };
}
