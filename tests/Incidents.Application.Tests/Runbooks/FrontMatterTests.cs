using Incidents.Application.Runbooks;

namespace Incidents.Application.Tests.Runbooks;

public class FrontMatterTests
{
    private const string Missing = "1:1: error: The front matter is missing. Begin with a line ---, then `title:` and `alarms:`, then another ---.";

    [Theory]
    [InlineData("")]
    [InlineData("---\ntitle: a\nalarms: b\n")]
    [InlineData("title: a\n---\n")]
    public void C1_NoFrontMatter_SaysHowToBegin(string text) => IsRefused(text, Missing);

    [Fact]
    public void C2_TabIndent_NamesTheLine() =>
        IsRefused("---\ntitle: a\nalarms:\n\t- b\n---\n", "4:1: error: This line is indented with a tab. Use spaces.");

    [Fact]
    public void C3_KeyTwice_IsRefused() => IsRefused("---\ntitle: a\nalarms: b\ntitle: c\n---\n", "4:1: error: This key is here twice. Keep one of the two.");

    [Fact]
    public void C4_Alias_IsRefused() => IsRefused(
        "---\ntitle: a\nalarms: *-5xx\n---\n",
        "3:9: error: A value that begins with * refers to another one in YAML, which is not used here. Quote it if it is a pattern: \"*-5xx\".");

    [Fact]
    public void C5_UnknownKey_NamesTheNearest() => IsRefused(
        "---\ntitle: a\nalarms: b\nservice: c\n---\n",
        "4:1: error: There is no key \"service\" in this file. Did you mean \"services\"?");

    [Fact]
    public void C5_UnknownKeyLikeNoOther_NamesThemAll() => IsRefused(
        "---\ntitle: a\nalarms: b\ncolour: c\n---\n",
        "4:1: error: There is no key \"colour\" in this file. It can have title, services, alarms, owner or severity.");

    [Fact]
    public void C22_RegularExpression_IsRefused() => IsRefused(
        "---\ntitle: a\nalarms: [\"(a+)+$\"]\n---\n",
        "3:10: error: \"(a+)+$\" is a regular expression, and a pattern is wanted. `*` stands for any characters and `?` for one; everything else stands for itself.");

    [Fact]
    public void C32_SeverityTypo_NamesTheFour() => IsRefused(
        "---\ntitle: a\nalarms: b\nseverity: sev5\n---\n",
        "4:11: error: `severity` cannot be \"sev5\". Write sev1, sev2, sev3 or sev4. Did you mean \"sev1\"?");

    [Theory]
    [InlineData("alarms: b", "2:1: error: `title` is missing in this file. Write what has happened, in a few words.")]
    [InlineData("title: a", "2:1: error: `alarms` is missing in this file. Write the names it is for, such as [\"*-5xx\"], or the `services` it is for, whatever the alarm.")]
    [InlineData("title: a\nalarms: []", "3:9: error: `alarms` is empty, which would match nothing. Name at least one, or remove the line to mean any.")]
    [InlineData("title: a\nalarms: [\"\"]", "3:10: error: `alarms[0]` is empty. Write a text or remove the line.")]
    [InlineData("title: a\nalarms: [[b]]", "3:10: error: `alarms[0]` must be a text.")]
    [InlineData("- a", "2:1: error: this file must be a set of `key: value` lines. It holds keys such as `title:`.")]
    [InlineData("", "1:1: warning: The file says nothing. Remove it, or begin with `title:`.")]
    public void Faulty_NamesPlaceAndFix(string yaml, string problem) => IsRefused($"---\n{yaml}\n---\n", problem);

    [Theory]
    [InlineData("title: &a [*a]")]
    [InlineData("? [a]\n: b")]
    [InlineData("title: !!binary x")]
    [InlineData("%YAML 9.9")]
    [InlineData("\0")]
    [InlineData("title: a\n...")]
    [InlineData("title: *")]
    [InlineData("title: \"")]
    public void Anything_IsAValueNotAnException(string yaml) => Assert.Null(Read($"---\n{yaml}\n---\n").Runbook);

    [Fact]
    public void NestedAHundredThousandDeep_EndsAtOnce() => Assert.Null(Read($"---\ntitle: {new string('[', 100_000)}\n---\n").Runbook);

    private static void IsRefused(string text, string problem)
    {
        var reading = Read(text);

        Assert.Null(reading.Runbook);
        Assert.Contains($"a.md:{problem}", reading.Problems.Select(p => p.ToString()));
    }

    private static RunbookReading Read(string text) => RunbookFile.Read("a.md", text + "## Meaning\n\n## Impact\n\n## Diagnosis\n\n## Mitigation\n");
}
