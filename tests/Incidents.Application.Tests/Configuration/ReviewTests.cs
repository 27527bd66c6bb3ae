using Incidents.Domain.Configuration;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration;

/// <summary>What is legal and seldom meant.</summary>
public sealed class ReviewTests
{
    private const string Rota = "time_zone: Europe/Berlin, rotation: weekly, participants: [ada, grace]";

    [Theory]
    [InlineData("teams:\n  t: { members: [] }\nescalation_policies:\n  p: { steps: [{ targets: [team: t] }] }\n", "4:3")]
    [InlineData("schedules:\n  s: { time_zone: Etc/UTC, rotation: daily, participants: [null, null], gaps: intended }\nescalation_policies:\n  p: { steps: [{ targets: [schedule: s] }] }\n", "4:3")]
    public void PolicyThatNeverReachesAPerson_IsAWarning(string text, string place) => Assert.Equal(
        [$"config/b.yaml:{place}: warning: \"p\" never reaches a person, so only the catch-all is paged. Name somebody who is active in its steps."],
        Problems(Base, text));

    [Fact]
    public void CatchAllThatNeverReachesAPerson_IsRefusedByCheck()
    {
        var configuration = Good("people:\n  ada: { slack: U0ADA00001 }\nteams:\n  t: { members: [] }\ncatch_all: { targets: [team: t] }\n");

        Assert.StartsWith("config/a.yaml:5:1: error: The catch-all never reaches a person.", configuration.Unwakeable[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OverrideToCome_OfSomebodyWhoHasLeft_IsAWarningAtTheOverride() => Assert.Contains(
        ": warning: Alan is not active, and `overrides[1]` puts them on call, which pages nobody. Name somebody else.",
        Assert.Single(Problems(Base, $$"""
            people:
              alan: { name: Alan, active: false }
            schedules:
              s: { {{Rota}}, overrides: [{ kind: add, from: 2026-01-01T00:00:00Z, to: 2026-01-02T00:00:00Z, users: [alan] }, { kind: add, from: 2026-10-01T00:00:00Z, to: 2026-10-02T00:00:00Z, users: [alan] }] }
            """)));

    [Fact]
    public void ServiceInShadowMode_IsANoteAtItsMode() => Assert.Equal(
        ["config/b.yaml:3:14: note: service b is in shadow mode: it pages nobody. Remove `mode: shadow` when it shall."],
        Good(Base, "services:\n  a: { mode: live }\n  b: { mode: shadow }\n").Notes.Select(one => one.ToString()));

    [Theory]
    [InlineData("{ team: web }", "{ team: web, tier: front }", "an alarm tagged team=web, tier=front fits a and b and goes to b, which names more tags.")]
    [InlineData("{ team: web }", "{ tier: front }", "an alarm tagged team=web, tier=front fits a and b and goes to a, whose id comes first.")]
    [InlineData("{ team: web, tier: front }", "{ tier: front }", "an alarm tagged team=web, tier=front fits a and b and goes to a, which names more tags.")]
    public void AlarmTagsThatOverlap_AreANoteThatNamesTheWinner(string first, string second, string note)
    {
        var configuration = Good(Base, $"services:\n  a: {{ alarm_tags: {first} }}\n  b: {{ alarm_tags: {second} }}\n");

        Assert.Equal(["config/b.yaml:3:20: note: " + note], configuration.Notes.Select(one => one.ToString()));
        Assert.Empty(configuration.Warnings);
    }

    [Fact]
    public void AlarmTagsThatNoAlarmCarriesTogether_AreNoNote() =>
        Assert.Empty(Good(Base, "services:\n  a: { alarm_tags: { team: web } }\n  b: { alarm_tags: { team: shop, tier: front } }\n").Notes);

    [Theory]
    [InlineData("checkout-*", "*-queue-*", "\"*-queue-*\" of b overlaps \"checkout-*\" of a: \"checkout-queue-\" fits both and goes to a, whose pattern is more specific.")]
    [InlineData("*-api", "checkout-*", "\"checkout-*\" of b overlaps \"*-api\" of a: \"checkout-api\" fits both and goes to b, whose pattern is more specific.")]
    [InlineData("a-*", "*-b", "\"*-b\" of b overlaps \"a-*\" of a: \"a-b\" fits both and goes to a, which stands first in the files.")]
    public void PatternsThatOverlap_AreANoteThatNamesTheWinner(string first, string second, string note)
    {
        var configuration = Good(Base, $"services:\n  a: {{ alarms: [\"{first}\"] }}\n  b: {{ alarms: [\"{second}\"] }}\n");

        Assert.Equal(["config/b.yaml:3:16: note: " + note], configuration.Notes.Select(one => one.ToString()));
        Assert.Empty(configuration.Warnings);
    }

    [Fact]
    public void NamesWithoutWildcards_AndPatternsOfOneService_AreNoNote() =>
        Assert.Empty(Good(Base, "services:\n  a: { alarms: [\"a-*\", \"a*b\", c-1] }\n  b: { alarms: [a-x, \"c-*\"] }\n").Notes);
}
