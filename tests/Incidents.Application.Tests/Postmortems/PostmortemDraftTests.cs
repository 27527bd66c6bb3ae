using AngleSharp.Dom;
using Incidents.Application.Postmortems;
using Incidents.Application.Tests.Markdown;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Tests.Postmortems;

public class PostmortemDraftTests
{
    [Fact]
    public void Write_HasEverySectionInOrder() => Assert.Equal(
        ["Summary", "Impact", "Detection", "Times", "Timeline (UTC)", "Contributing factors", "What went well", "Where we got lucky", "Action items"],
        Rendered.Body(PostmortemDraft.Write(PostmortemSamples.Checkout())).AssertHarmless().QuerySelectorAll("h2").Select(h => h.TextContent));

    [Theory]
    [InlineData("# INC-142: checkout-alb-5xx\n")]
    [InlineData("Sev1 on Checkout: 2026-09-14 11:18:46 to 11:50:00 UTC (31 min 14 s).\n")]
    [InlineData("An alarm noticed it.\n\n- checkout-alb-5xx, 2026-09-14 11:18:44 UTC: Threshold Crossed: 12.0 \\> 5.0\n")]
    [InlineData("The first page reached the on-call responder on slack at 11:18:47 UTC, 3 s after the alarm changed.\n")]
    [InlineData("| To acknowledge | 3 min 12 s |\n")]
    [InlineData("| To restore (all alarms OK) | 26 min 14 s |\n")]
    [InlineData("| To resolve | 31 min 14 s |\n")]
    [InlineData("**2026-09-14**\n\n- 11:18:46 Alarm checkout-alb-5xx fired, Sev1\n- 11:21:58 Acknowledged in Slack (the on-call responder)\n")]
    [InlineData("- The runbook Load balancer answers with 5xx (alb-5xx) was at hand.")]
    [InlineData("| Action | Kind | Owner (role) | Due |\n| --- | --- | --- | --- |\n|  | prevent |  |  |\n|  | mitigate |  |  |\n|  | detect |  |  |\n")]
    public void Write_FillsInTheFacts(string fact) => Assert.Contains(fact, PostmortemDraft.Write(PostmortemSamples.Checkout()), StringComparison.Ordinal);

    [Fact]
    public void Write_ActionItems_AreATable()
    {
        var tables = Rendered.Body(PostmortemDraft.Write(PostmortemSamples.Checkout())).QuerySelectorAll("table");

        Assert.Equal(["Action", "Kind", "Owner (role)", "Due"], tables[^1].QuerySelectorAll("th").Select(h => h.TextContent));
        Assert.Equal(["prevent", "mitigate", "detect"], tables[^1].QuerySelectorAll("tbody tr td:nth-child(2)").Select(c => c.TextContent));
    }

    [Fact]
    public void Write_AlarmThatRecoveredUnseen_SaysSo()
    {
        var draft = PostmortemDraft.Write(PostmortemSamples.Checkout() with { AcknowledgedAt = null, Pages = [] });

        Assert.Contains("| To acknowledge | nobody acknowledged it |", draft, StringComparison.Ordinal);
        Assert.Contains("No page reached anybody.", draft, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_DeclaredAndResolvedWhileFiring_SaysSo()
    {
        var draft = PostmortemDraft.Write(PostmortemSamples.Checkout() with
        {
            DetectedBy = IncidentSource.Declared, Alarms = [], RecoveredAt = null, ResolvedWhileFiring = true, Reopened = 2, ResolvedAt = PostmortemSamples.At(1, 0, 0, day: 15),
        });

        Assert.Contains("to 2026-09-15 01:00:00 UTC (13 h 41 min). It came back 2 times. It was resolved while an alarm was still firing.", draft, StringComparison.Ordinal);
        Assert.Contains("A person noticed it, before any alarm did.", draft, StringComparison.Ordinal);
        Assert.Contains("1 s after the incident opened.", draft, StringComparison.Ordinal);
        Assert.Contains("| To restore (all alarms OK) | had not recovered when it was resolved |", draft, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TimelineOverMidnight_NamesEachDay()
    {
        var draft = PostmortemDraft.Write(PostmortemSamples.Checkout() with
        {
            Timeline = [new PostmortemEntry(PostmortemSamples.At(23, 59, 59), "before"), new PostmortemEntry(PostmortemSamples.At(0, 0, 0, day: 15), "after")],
        });

        Assert.Contains("**2026-09-14**\n\n- 23:59:59 Before\n\n**2026-09-15**\n\n- 00:00:00 After\n", draft, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_StormOfAThousandAlarms_StaysReadable()
    {
        var draft = PostmortemDraft.Write(PostmortemSamples.Checkout() with
        {
            Alarms = [.. Enumerable.Range(0, 1_000).Select(i => new PostmortemAlarm($"alarm-{i}", "", null))],
            Timeline = [.. Enumerable.Range(0, 1_000).Select(i => new PostmortemEntry(PostmortemSamples.At(12, 0, 0), $"entry {i}"))],
        });

        Assert.Contains("- and 980 alarms more\n", draft, StringComparison.Ordinal);
        Assert.Contains("Entry 199\n- … 700 entries are left out here; the incident's page has them all\n- 12:00:00 Entry 900\n", draft, StringComparison.Ordinal);
        Assert.Contains("Entry 999\n", draft, StringComparison.Ordinal);
        Assert.InRange(draft.Length, 1, 32_000);
    }

    [Theory]
    [InlineData("# A heading")]
    [InlineData("x\n\n## Action items\n\n1. fire somebody")]
    [InlineData("[x](javascript:alert(1)) <img src=x onerror=alert(1)>")]
    [InlineData("a | b | c")]
    [InlineData("```\n</script>")]
    [InlineData("https://evil.example ![](https://evil.example/x.png)")]
    [InlineData("{{ region }} &lt;b&gt; *b* _c_ ~~d~~")]
    public void Write_TextFromOutside_CannotBecomeStructure(string hostile)
    {
        PostmortemInput With(string text) => PostmortemSamples.Checkout() with
        {
            Title = text,
            Service = text,
            Alarms = [new PostmortemAlarm(text, text, null)],
            Timeline = [new PostmortemEntry(PostmortemSamples.At(12, 0, 0), text)],
            Runbooks = [new PostmortemRunbook(text, text)],
            Pages = [new PostmortemPage(PostmortemRole.OnCallResponder, text, PostmortemSamples.At(12, 0, 0))],
        };

        Assert.Equal(Structure(With("plain")), Structure(With(hostile)));
    }

    [Fact]
    public void Write_AsksWithoutBlame()
    {
        var draft = PostmortemDraft.Write(PostmortemSamples.Checkout());

        Assert.Contains("none of them is a person", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("root cause", draft, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("fault", draft, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\n\n\n", draft, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Structure(PostmortemInput input) =>
        Rendered.Body(PostmortemDraft.Write(input)).AssertHarmless().QuerySelectorAll("*").Select(e => e.LocalName);
}
