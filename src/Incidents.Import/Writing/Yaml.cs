using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Incidents.Domain;
using Incidents.Domain.OnCall;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Import.Writing;

/// <summary>Values as they stand in a configuration file, quoted where YAML would take them for something else.</summary>
internal static partial class Yaml
{
    private static readonly LocalTimePattern ClockTime = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly LocalDateTimePattern LocalMinute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    public static string Text(string text) => Plain().IsMatch(text) && !Word().IsMatch(text) ? text : Quoted(text);

    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                _ when char.IsControl(c) => " ",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    public static string Instant(Instant instant) => InstantPattern.General.Format(instant);

    public static string Clock(LocalTime time) => ClockTime.Format(time);

    public static string Local(LocalDateTime time) => LocalMinute.Format(time);

    public static string Day(IsoDayOfWeek day) => day.ToString()[..2].ToUpperInvariant();

    public static string Days(IEnumerable<IsoDayOfWeek> days) => $"[{string.Join(", ", days.Select(Day))}]";

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>In the largest unit that leaves no rest: `5m`, `2h`.</summary>
    public static string Duration(Duration duration) => (long)duration.TotalSeconds switch
    {
        var seconds when seconds % 60 != 0 => string.Create(CultureInfo.InvariantCulture, $"{seconds}s"),
        var seconds when seconds % 3600 != 0 || seconds == 0 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}m"),
        var seconds => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}h"),
    };

    public static string People(IEnumerable<PersonId> people) => $"[{string.Join(", ", people.Select(person => Text(person.Value)))}]";

    public static string Participant(Participant participant) =>
        participant.IsVacant ? "null" : participant.People.Count == 1 ? Text(participant.People[0].Value) : People(participant.People);

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_./@-]*( [A-Za-z0-9_./@()-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(null|true|false|yes|no|on|off|y|n)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
