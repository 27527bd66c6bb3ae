using System.Text;
using Incidents.Configuration.Loading;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration;

/// <summary>What is wrong with a file before anybody asks what it says.</summary>
public sealed class FileProblemTests
{
    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n")]
    [InlineData("~")]
    public void C1_EmptyFile_IsRefused(string text) => Assert.Equal(
        [
            "config/a.yaml:1:1: warning: The file says nothing. Remove it, or begin with `people:`.",
            "config/a.yaml:1:1: error: There is no `catch_all`. Write catch_all: { targets: [schedule: primary] }, so that no alarm goes unheard.",
        ],
        Problems(text));

    [Fact]
    public void C1_EmptyFileAmongOthers_IsAWarning() =>
        Assert.Equal(["config/b.yaml:1:1: warning: The file says nothing. Remove it, or begin with `people:`."], Problems(Base, ""));

    [Fact]
    public void C2_TabIndent_NamesTheLine() =>
        Assert.Equal(["config/a.yaml:6:1: error: This line is indented with a tab. Use spaces."], Problems("# one\n# two\n# three\n# four\npeople:\n\tada: {}\n"));

    [Fact]
    public void C3_DuplicateKey_NamesTheSecond() =>
        Assert.Equal(["config/a.yaml:3:3: error: This key is here twice. Keep one of the two."], Problems("people:\n  ada: {}\n  ada: {}\n"));

    [Fact]
    public void C3_SameIdInTwoFiles_NamesBothPlaces() => Assert.Equal(
        ["config/b.yaml:2:3: error: \"ada\" is in `people` already, at config/a.yaml:2:3. Rename one of the two."],
        Problems(Base, "people:\n  ada: { slack: U0ADA00002 }\n"));

    [Fact]
    public void C4_AliasBomb_IsRefusedBeforeItGrows()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (var i = 1; i < 60; i++)
        {
            bomb.Append($"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]\n");
        }

        Assert.StartsWith("config/a.yaml:1:5: error: A value that begins with & names an anchor in YAML", Assert.Single(Problems(bomb.ToString())));
    }

    [Fact]
    public void C4_Alias_IsRefused() => Assert.Equal(
        ["config/a.yaml:7:15: error: A value that begins with * refers to another one in YAML, which is not used here. Quote it if it is a pattern: \"*-5xx\"."],
        Problems(Base + "services:\n  a: {alarms: *-5xx }\n"));

    [Fact]
    public void C4_DeepNesting_IsRefused() =>
        Assert.Contains("nested more than 16 levels deep", Assert.Single(Problems("people: " + new string('[', 100_000))));

    [Theory]
    [InlineData("pepole: {}\n", "config/b.yaml:1:1: error: There is no key \"pepole\" in this file. Did you mean \"people\"?")]
    [InlineData("services:\n  a: { polcy: x }\n", "config/b.yaml:2:8: error: There is no key \"polcy\" in `a`. Did you mean \"policy\"?")]
    [InlineData("services:\n  a: { sev: sev1 }\n", "config/b.yaml:2:8: error: There is no key \"sev\" in `a`. Did you mean \"severity\"?")]
    [InlineData("policies: {}\n", "config/b.yaml:1:1: error: There is no key \"policies\" in this file. Did you mean \"escalation_policies\"?")]
    [InlineData("teams:\n  t: { members: [ada], xyz: 1 }\n", "config/b.yaml:2:24: error: There is no key \"xyz\" in `t`. It can have name or members.")]
    public void C5_UnknownKey_NamesTheNearest(string text, string problem) => Assert.Equal([problem], Problems(Base, text));

    [Theory]
    [InlineData("no", "Write false.")]
    [InlineData("Off", "Write false.")]
    [InlineData("yes", "Write true.")]
    [InlineData("maybe", "Write true or false.")]
    public void C6_NoAsBoolean_IsRefused(string word, string fix) => Assert.Equal(
        [$"config/b.yaml:2:19: error: `active` cannot be \"{word}\". {fix}"],
        Problems(Base, $"people:\n  alan: {{ active: {word}, slack: U0ALAN0001 }}\n"));

    [Fact]
    public void C6_NoAsName_IsText() =>
        Assert.Equal("no", Good(Base, "people:\n  no: { name: no, slack: U0NO000001 }\n").FindBySlackId("U0NO000001")?.Name);

    [Fact]
    public void C25_LargerThanTheStoreTakes_IsRefused() => Assert.Equal(
        ["config/b.yaml:1:1: error: The configuration is larger than 256 KB. Make it smaller; this file is the largest part."],
        Problems(Base, "#" + new string(' ', 300 * 1024)));

    [Theory]
    [InlineData("xoxb-123456789012-abcdefghijkl", "a Slack token")]
    [InlineData("https://hooks.slack.com/services/T0/B0/XXXX", "a Slack webhook URL")]
    [InlineData("AKIAIOSFODNN7EXAMPLE", "an AWS access key")]
    [InlineData("\"Bearer abcdefghijklmnopqrstuvwxyz\"", "a bearer token")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0", "a bearer token")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----", "a private key")]
    public void C26_SecretInTheFile_IsRefusedAndNotRepeated(string secret, string kind)
    {
        string[] texts = [$"slack:\n  webhooks:\n    default: {secret}\n", $"# {secret}\n"];

        Assert.All(texts, text =>
        {
            var problem = Assert.Single(Problems(Base, text));
            Assert.Contains($"error: This looks like {kind}. Keep it out of the file", problem);
            Assert.DoesNotContain(secret.Trim('"'), problem);
        });
    }

    [Fact]
    public void C27_CarriageReturns_AreFine() =>
        Assert.Equal(Good(Base).Version, Good(Base.Replace("\n", "\r\n", StringComparison.Ordinal)).Version);

    [Fact]
    public void C28_ByteOrderMark_IsFine() =>
        Assert.Equal(Good(Base).Version, Assert.IsType<ConfigurationResult.Valid>(Load([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Base)])).Configuration.Version);

    [Fact]
    public void C29_NotUtf8_NamesTheLine()
    {
        byte[] latin = [.. Encoding.UTF8.GetBytes(Base), .. "# "u8, 0xE9, (byte)'\n'];

        Assert.Equal(["config/a.yaml:6:1: error: This is not UTF-8. Save the file in the encoding UTF-8."], Problems(Load(latin)));
        Assert.Contains("not UTF-8", Assert.Single(Problems(Load([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Base)]))));
    }

    [Fact]
    public void C35_NewerForm_IsRefusedWithoutGuessing() => Assert.Equal(
        ["config/b.yaml:1:10: error: The file is written in form 2, and this program reads form 1. Update the program, or write the file in form 1."],
        Problems(Base, "version: 2\nrotas: {}\n"));

    [Theory]
    [InlineData("people: [a, b\ncatch_all: {}\n")]
    [InlineData("people: 'ada\n")]
    [InlineData("people: @ada\n")]
    [InlineData("people: ada: grace\n")]
    [InlineData("- a\nb: c\n")]
    [InlineData("%YAML 9.9\n---\na: b\n")]
    [InlineData("people:\n  ada: !!binary x\n")]
    [InlineData("people: {}\n---\nteams: {}\n")]
    [InlineData("just text\n")]
    [InlineData("people:\n  : ada\n")]
    [InlineData("? [a]\n: b\n")]
    public void Syntax_IsOneProblemWithAPlaceAndAFix(string text) =>
        Assert.Matches(@"^config/a\.yaml:\d+:\d+: error: .{20,}\.", Problems(text)[0]);

    [Fact]
    public void AnyBytes_AreNeverAnException()
    {
        var random = new Random(20260914);
        var seed = Encoding.UTF8.GetBytes(Base);
        for (var i = 0; i < 3_000; i++)
        {
            var bytes = seed.ToArray();
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                bytes[random.Next(bytes.Length)] = (byte)"[]{}:,-#&*!|>'\"%@`\t\n ?a\0\x7f\xff"[random.Next(26)];
            }

            Assert.NotNull(Load(bytes));
        }
    }

    [Fact]
    public void ManyMistakes_AreAllTold() => Assert.Equal(4, Problems(Base + """
        services:
          a: { alarms: 1, severity: sev9 }
          b: { policy: nobody }
        teams:
          t: { members: [adda] }
        slck: {}
        """).Length);
}
