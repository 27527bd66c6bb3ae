using System.Text.RegularExpressions;
using Incidents.Configuration.Yaml;

namespace Incidents.Configuration.Sections;

/// <summary>The sections of all files together: which file something stands in makes no difference.</summary>
internal sealed partial class ConfigurationSections(ProblemList problems)
{
    private readonly OrderedDictionary<string, YamlValue> single = [];

    public OrderedDictionary<string, YamlValue> People { get; } = [];

    public OrderedDictionary<string, YamlValue> Teams { get; } = [];

    public OrderedDictionary<string, YamlValue> Schedules { get; } = [];

    public OrderedDictionary<string, YamlValue> Policies { get; } = [];

    public OrderedDictionary<string, YamlValue> Services { get; } = [];

    public OrderedDictionary<string, YamlValue> Accounts { get; } = [];

    public OrderedDictionary<string, YamlValue> Heartbeats { get; } = [];

    public OrderedDictionary<string, YamlValue> Holidays { get; } = [];

    public YamlValue? CatchAll => single.GetValueOrDefault("catch_all");

    public YamlValue? Slack => single.GetValueOrDefault("slack");

    public YamlValue? Channels => single.GetValueOrDefault("channels");

    public YamlValue? Watchdog => single.GetValueOrDefault("watchdog");

    public YamlValue? Retention => single.GetValueOrDefault("retention");

    public YamlValue? Notices => single.GetValueOrDefault("notices");

    public void Add(YamlObject file)
    {
        AddEntries(file, "people", People);
        AddEntries(file, "teams", Teams);
        AddEntries(file, "schedules", Schedules);
        AddEntries(file, "escalation_policies", Policies);
        AddEntries(file, "services", Services);
        AddEntries(file, "accounts", Accounts);
        AddEntries(file, "heartbeats", Heartbeats);
        AddEntries(file, "holidays", Holidays);
        AddSingle(file, "catch_all");
        AddSingle(file, "slack");
        AddSingle(file, "channels");
        AddSingle(file, "retention");
        AddSingle(file, "notices");
        AddSingle(file, "watchdog");
        file.RefuseOthers();
    }

    private void AddEntries(YamlObject file, string section, OrderedDictionary<string, YamlValue> all)
    {
        // A section whose entries are all commented out is no mistake.
        if (file.FindOrNothing(section) is not { IsNothing: false, IsNull: false } value)
        {
            return;
        }

        foreach (var (id, entry) in value.Object("Each key in it is an id.")?.Entries ?? [])
        {
            if (!Id().IsMatch(id))
            {
                problems.Error(entry.KeyPlace, $"{id.Quoted()} cannot be an id. Use up to 40 letters, digits, dots, dashes and underscores, beginning with a letter or digit.");
            }
            else if (!all.TryAdd(id, entry))
            {
                problems.Error(entry.KeyPlace, $"{id.Quoted()} is in `{section}` already, at {all[id].KeyPlace}. Rename one of the two.");
            }
        }
    }

    private void AddSingle(YamlObject file, string section)
    {
        if (file.Find(section) is { } value && !single.TryAdd(section, value))
        {
            problems.Error(value.KeyPlace, $"There can be only one `{section}`, and there is one at {single[section].KeyPlace}. Keep one of the two.");
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}\z", RegexOptions.CultureInvariant)]
    public static partial Regex Id();
}
