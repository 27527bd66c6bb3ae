using System.Text;
using System.Text.Json;
using Incidents.Configuration.Authoring.Comparing;
using NodaTime;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration.Comparing;

public sealed class ComparisonRenderingTests
{
    private const string Rota = """
        schedules:
          week:
            name: "<b>Week|@here"
            time_zone: Europe/Berlin
            rotation: weekly
            handoff: MO 09:00
            start: 2026-09-07T07:00:00Z
            participants: [ada, grace]
        escalation_policies:
          usual: { steps: [{ targets: [schedule: week], timeout: 5m }] }
        services:
          shop: { policy: usual }
        """;

    private static readonly ConfigurationComparison Comparison = ConfigurationComparison.Between(
        Good(Base, Rota),
        Good(Base, Rota.Replace("    participants", "    overrides: [{ kind: cover, from: 2026-10-24T22:00:00Z, to: 2026-10-25T06:00:00Z, users: [grace] }]\n    participants", StringComparison.Ordinal)),
        Instant.FromUtc(2026, 10, 19, 0, 0),
        Instant.FromUtc(2026, 10, 26, 0, 0));

    [Fact]
    public void Text_SaysBothClocks_AcrossTheChangeOfTheClocks() => Assert.Equal(
        """

        On call
          <b>Week|@here (week, Europe/Berlin): 8 h of 7 days
            2026-10-24 22:00 – 2026-10-25 06:00 UTC  (Sun 25 Oct 00:00 – Sun 25 Oct 07:00)  Ada → Grace

        Paged
          shop, step 1 (Europe/Berlin): 8 h of 7 days
            2026-10-24 22:00 – 2026-10-25 06:00 UTC  (Sun 25 Oct 00:00 – Sun 25 Oct 07:00)  Ada → Grace
        """,
        string.Join('\n', ComparisonText.Lines(Comparison).Skip(1)));

    [Fact]
    public void Markdown_IsFolded_AndNamesCannotFormatOrMention()
    {
        var markdown = ComparisonMarkdown.Write(Comparison);

        Assert.Contains("1 schedule with other people on call, 1 step of services that page other people, 0 parts added, removed or changed. (2026-10-19 00:00 – 2026-10-26 00:00 UTC)", markdown, StringComparison.Ordinal);
        Assert.Contains("<details><summary>On call: &lt;b\\>Week\\|@\u200Bhere (week): 8 h of 7 days</summary>\n\n| UTC | Europe/Berlin | Before | After |", markdown, StringComparison.Ordinal);
        Assert.Contains("| 2026-10-24 22:00 – 2026-10-25 06:00 | Sun 25 Oct 00:00 – Sun 25 Oct 07:00 | Ada | Grace |", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_HoldsIdsNamesAndExactInstants()
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            ComparisonJson.Write(Comparison, json);
        }

        using var document = JsonDocument.Parse(Encoding.UTF8.GetString(text.ToArray()));
        Assert.True(document.RootElement.GetProperty("differs").GetBoolean());
        Assert.Equal(
            """{"from":"2026-10-24T22:00:00Z","to":"2026-10-25T06:00:00Z","before":{"exists":true,"oneOf":false,"people":[{"id":"ada","name":"Ada"}]},"after":{"exists":true,"oneOf":false,"people":[{"id":"grace","name":"Grace"}]}}""",
            document.RootElement.GetProperty("paging")[0].GetProperty("stretches")[0].GetRawText());
    }
}
