using Incidents.Application.Runbooks;

namespace Incidents.Application.Tests.Runbooks;

public class FrontMatterTests
{
    private const string Missing = "1:1: front matter is missing: begin with a line `---`, then `title:` and `alarms:`, then another `---`";
    private const string OnlyFlat = "only plain values and flat lists are read here: write `key: value` or `key: [one, \"*-two\"]`, in quotes what begins with `*` or `&`";

    [Fact]
    public void C1_EmptyFile_SaysHowToBegin() => IsRefused("", Missing);

    [Fact]
    public void Unclosed_SaysHowToBegin() => IsRefused("---\ntitle: a\nalarms: b\n", Missing);

    [Theory]
    [InlineData("---\ntitle: a\nalarms:\n\t- b\n---\n", 4)]
    [InlineData("---\ntitle: a: b\nalarms: b\n---\n", 2)]
    public void C2_WhatIsNotYaml_NamesTheLine(string text, int line)
    {
        var problem = Assert.Single(Read(text).Problems);

        Assert.StartsWith("not YAML", problem.Message, StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
    }

    [Fact]
    public void C3_KeyTwice_IsRefused() => IsRefused("---\ntitle: a\nalarms: b\ntitle: c\n---\n", "4:1: `title` stands here twice: keep one");

    [Fact]
    public void C4_Alias_IsRefused() => IsRefused("---\ntitle: &t a\nalarms: [*t, *t]\n---\n", $"3:10: {OnlyFlat}");

    [Fact]
    public void C5_UnknownKey_NamesTheNearest() =>
        IsRefused("---\ntitle: a\nalarm: b\nservices: c\n---\n", "3:1: unknown key `alarm`: did you mean `alarms`?");

    [Fact]
    public void C5_UnknownKeyLikeNoOther_NamesThemAll() =>
        IsRefused("---\ntitle: a\nalarms: b\ncolour: c\n---\n", "4:1: unknown key `colour`: use `title`, `services`, `alarms`, `owner`, `severity`");

    [Fact]
    public void C32_SeverityTypo_NamesTheFour() =>
        IsRefused("---\ntitle: a\nalarms: b\nseverity: sev5\n---\n", "4:1: `severity` is one of sev1 (worst), sev2, sev3, sev4");

    [Theory]
    [InlineData("alarms: b", "1:1: `title` is missing: add `title: What happened` to the front matter")]
    [InlineData("title:\nalarms: b", "2:1: `title` is one line of 1 to 150 visible characters")]
    [InlineData("title: \"a\\u202eb\"\nalarms: b", "2:1: `title` is one line of 1 to 150 visible characters")]
    [InlineData("title: a", "1:1: it belongs to nothing: add `alarms: [\"*-5xx\"]` or `services: [checkout]` to the front matter")]
    [InlineData("title: a\nalarms: []", "3:1: `alarms` is empty: name at least one, or leave the key out to mean any")]
    [InlineData("title: a\nalarms: [\"\"]", "3:10: an empty name in `alarms` matches nothing: remove it, or write `\"*\"` for any")]
    [InlineData("title: a\nalarms: [[b]]", $"3:10: {OnlyFlat}")]
    [InlineData("title: a\nalarms: *-5xx", $"3:9: {OnlyFlat}")]
    [InlineData("- a", "2:1: front matter holds `key: value` lines: write `title: …`")]
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
    [InlineData("")]
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
