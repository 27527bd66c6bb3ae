using Incidents.Configuration.Yaml;
using Incidents.Domain.OnCall.Absences;
using NodaTime;

namespace Incidents.Configuration.Sections;

internal static class TimeOffForm
{
    private const string Advice = "Write { from: 2026-12-24, to: 2027-01-02 }; both days are off.";

    public static IReadOnlyList<DaysOff> Read(YamlValue value) => [.. value.Items().Select(ReadOne).OfType<DaysOff>()];

    private static DaysOff? ReadOne(YamlValue value)
    {
        if (value.Object(Advice) is not { } entry)
        {
            return null;
        }

        var from = entry.Require("from", Advice)?.Date();
        var last = entry.Require("to", Advice);
        var to = last?.Date();
        entry.RefuseOthers();
        if (from is { } begins && to < begins)
        {
            last!.Error($"The time off ends before it begins. {Advice}");
            return null;
        }

        return from is { } first && to is { } end ? new DaysOff(first, end) : null;
    }
}
