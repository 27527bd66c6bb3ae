using System.Globalization;
using System.Text.RegularExpressions;
using Incidents.Configuration.Sections;
using Incidents.Configuration.Yaml;
using NodaTime;

namespace Incidents.Configuration.Authoring.Schema;

/// <summary>The kinds of value that stand in many places. Patterns, words and bounds are those of the reader.</summary>
internal static class Kinds
{
    private const string Time = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private const string Date = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

    public static Kind Text { get; } = new Kind.Text();

    public static Kind YesNo { get; } = new Kind.YesNo();

    public static Kind Nothing { get; } = new Kind.Nothing();

    public static Kind Clock { get; } = new Kind.Text($"^{Time}$", "09:00");

    public static Kind Instant { get; } = new Kind.Text($"^{Date}T{Time}:[0-5][0-9]Z$", "2026-09-14T07:00:00Z");

    public static Kind Day { get; } = new Kind.Text($"^{Date}$", "2026-12-24");

    public static Kind LocalMinute { get; } = new Kind.Text($"^{Date}T{Time}$", "2026-09-14T09:00");

    public static Kind HandOff { get; } = new Kind.Text($"^(({string.Join('|', YamlTimes.WeekdayWords)}) +)?{Time}$", "MO 09:00");

    public static Kind Zone { get; } = new Kind.Text("^[A-Za-z][A-Za-z0-9_+/-]*$", "Europe/Berlin");

    public static Kind Weekday { get; } = new Kind.Choice(YamlTimes.WeekdayWords);

    public static Kind Weekdays { get; } = OneOrMore(Weekday);

    public static Kind Severity { get; } = new Kind.Choice(YamlScalars.SeverityWords);

    public static Kind Glob { get; } = new Kind.Text(@"^[^\\^]([^\\]*[^\\$])?$", "checkout-*", "`*` stands for any characters and `?` for one.");

    public static Kind Secret { get; } = Like(SecretForm.Name(), "name-of-the-secret");

    /// <summary>The id of something that stands elsewhere in the configuration.</summary>
    public static Kind Id { get; } = Like(ConfigurationSections.Id(), null);

    /// <summary>What the reader takes by the same expression.</summary>
    public static Kind Like(Regex form, string? example) => new Kind.Text(Portable(form), example);

    /// <summary>A whole number and a unit.</summary>
    public static Kind Length(Duration least, Duration most) =>
        new Kind.Text("^[0-9]+[smhd]$", Show(least > Duration.Zero ? least : most), string.Create(CultureInfo.InvariantCulture, $"{Show(least)} to {Show(most)}."));

    /// <summary>One without brackets, or a list.</summary>
    public static Kind OneOrMore(Kind kind, int least = 0) => new Kind.AnyOf(kind, new Kind.List(kind, least));

    /// <summary>A section of a file: entries, each under its id.</summary>
    public static Kind ById(Kind entry) => new Kind.Map(Portable(ConfigurationSections.Id()), entry, OrNothing: true);

    /// <inheritdoc cref="ById(Kind)" />
    public static Kind ById(Form form) => ById(new Kind.Entry(form));

    /// <summary>Returns the duration as a person would write it.</summary>
    public static string Show(Duration duration) => YamlTimes.Show(duration);

    /// <summary>ECMAScript has no \z, and Unicode categories only where it is told so.</summary>
    private static string Portable(Regex form) =>
        form.ToString().Replace(@"\z", "$", StringComparison.Ordinal).Replace(@"\p{Cc}", @"\u0000-\u001f\u007f-\u009f", StringComparison.Ordinal);
}
