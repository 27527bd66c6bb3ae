using AngleSharp.Dom;
using Incidents.Application.Runbooks;
using Incidents.Application.Tests.Markdown;
using Incidents.Domain;
using Incidents.Domain.Configuration;

namespace Incidents.Application.Tests.Runbooks;

public class RunbookFileTests
{
    private const string Headings = "## Meaning\n\n## Impact\n\n## Diagnosis\n\n## Mitigation\n";

    private const string Good = """
        ---
        title: Checkout is slow
        services: [checkout, "cart-*"]
        alarms:
          - checkout-latency-*
          - "*-p99"
        owner: payments
        severity: Sev2
        ---
        Read first.

        ## Meaning

        It is *slow*.

        ## Impact

        Carts are left.

        ## Diagnosis

        1. Look.

        ## Mitigation

        1. Act.
        """;

    [Fact]
    public void Read_GoodFile_GivesEverything()
    {
        var (runbook, problems) = RunbookFile.Read("checkout-slow.md", Good);

        Assert.Empty(problems);
        Assert.Equal("checkout-slow", runbook!.Id);
        Assert.Equal("Checkout is slow", runbook.Title);
        Assert.Equal(["checkout", "cart-*"], runbook.Services.Select(g => g.ToString()));
        Assert.Equal(["checkout-latency-*", "*-p99"], runbook.Alarms.Select(g => g.ToString()));
        Assert.Equal(("payments", Severity.Sev2), (runbook.Owner, runbook.Severity));
        Assert.StartsWith("Read first.", runbook.Body, StringComparison.Ordinal);
        Assert.Equal(RunbookSection.Expected, runbook.Sections.Select(s => s.Heading));
        Assert.Equal("It is *slow*.", runbook.Sections[0].Markdown);
    }

    [Fact]
    public void C27_CarriageReturns_GiveTheSame() => Assert.Equal(
        RunbookFile.Read("a.md", Good).Runbook!.Body,
        RunbookFile.Read("a.md", Good.ReplaceLineEndings("\r\n")).Runbook!.Body);

    [Fact]
    public void C28_ByteOrderMark_IsPassedOver() => Assert.Empty(RunbookFile.Read("a.md", "\ufeff" + Good).Problems);

    [Fact]
    public void C33_TwoMegabytes_AreRefused()
    {
        var (runbook, problems) = RunbookFile.Read("big.md", new string('x', 2 * 1024 * 1024));

        Assert.Null(runbook);
        Assert.Equal("big.md:1:1: error: A runbook may have 256 KB, and this has more. Keep what is needed at night and link to the rest.", Assert.Single(problems).ToString());
    }

    [Fact]
    public void C34_RunbookWithHtml_ShowsItAsText()
    {
        var runbook = RunbookFile.Read("a.md", Good + "\n\n<script>alert(1)</script>\n\n<b onclick=x>bold</b>\n").Runbook!;

        var body = Rendered.Read(runbook.ToHtml(Samples.Variables()));

        Assert.Empty(body.QuerySelectorAll("script, b"));
        Assert.Contains("<script>alert(1)</script>", body.TextContent, StringComparison.Ordinal);
        Assert.Contains("<b onclick=x>bold</b>", body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void C26_SecretInARunbook_IsRefusedWithoutNamingIt()
    {
        var problem = Assert.Single(RunbookFile.Read("a.md", Good + "\n\n    export AWS_ACCESS_KEY_ID=AKIA" + "ABCDEFGHIJKLMNOP\n").Problems).ToString();

        Assert.StartsWith("a.md:28:30: error: This looks like an AWS access key.", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("ABCDEFGHIJKLMNOP", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData(".md")]
    [InlineData("..md")]
    [InlineData("a b.md")]
    [InlineData("")]
    public void Read_FileNameThatIsNoId_IsRefused(string fileName) => Assert.Null(RunbookFile.Read(fileName, Good).Runbook);

    [Theory]
    [InlineData("See {{ alarm.nmae }}.", "5:5: warning: There is no variable \"alarm.nmae\". Did you mean \"alarm.name\"?")]
    [InlineData("a\n\n    b {{ instance.id }}", "7:7: warning: There is no variable \"instance.id\". Use incident, service, ")]
    [InlineData("See [x](http://example.com).", "5:5: warning: This is not shown as a link (only https and mailto links are shown). Mend the address, or write it as text.")]
    [InlineData("See <javascript:alert(1)>.", "5:5: warning: This is not shown as a link (only https and mailto links are shown). Mend the address, or write it as text.")]
    public void Read_WhatAReaderWouldStumbleOver_IsAWarning(string body, string problem)
    {
        var (runbook, problems) = RunbookFile.Read("a.md", $"---\ntitle: a\nalarms: b\n---\n{body}\n\n{Headings}");

        Assert.NotNull(runbook);
        var warning = Assert.Single(problems);
        Assert.StartsWith($"a.md:{problem}", warning.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WithoutAHeading_WarnsAndNamesIt() => Assert.Equal(
        "a.md:5:1: warning: Add `## Impact`, `## Mitigation`. Readers look for the same four headings everywhere.",
        Assert.Single(RunbookFile.Read("a.md", "---\ntitle: a\nalarms: b\n---\n## Meaning\n\n## Diagnosis\n").Problems).ToString());

    [Fact]
    public void Read_PathOfAFile_NamesItInProblemsAndItsLastPartIsTheId()
    {
        Assert.Equal("checkout-slow", RunbookFile.Read("runbooks/checkout-slow.md", Good).Runbook!.Id);
        Assert.StartsWith("runbooks/a.md:1:1: error: ", Assert.Single(RunbookFile.Read("runbooks/a.md", "").Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NestedTooDeep_IsRefused() => Assert.Contains(
        "nests deeper than 16 levels",
        Assert.Single(RunbookFile.Read("a.md", "---\ntitle: a\nalarms: b\n---\n" + new string('>', 100)).Problems).Message,
        StringComparison.Ordinal);
}
