using Incidents.Application.Store;
using Incidents.Configuration.Authoring.Comparing;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;
using Incidents.Domain.Paging;
using NodaTime;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration.Comparing;

public sealed class ConfigurationComparisonTests
{
    private const string Rota = """
        schedules:
          week:
            time_zone: Europe/Berlin
            rotation: weekly
            handoff: MO 09:00
            start: 2026-09-07T07:00:00Z
            participants: [ada, grace]
        escalation_policies:
          usual: { steps: [{ targets: [schedule: week], timeout: 5m }, { targets: [person: ada] }] }
        services:
          shop: { policy: usual }
          search: { policy: usual }
        """;

    [Fact]
    public void SameText_DiffersInNothing()
    {
        var comparison = Compare(Rota, Rota);

        Assert.True(comparison.IsEmpty);
        Assert.Equal(["the same configuration"], ComparisonText.Lines(comparison).Skip(1));
    }

    [Fact]
    public void OverrideOfOneMinute_IsFound_WithItsExactEnds()
    {
        var comparison = Compare(Rota, Rota.Replace("    participants", "    overrides: [{ kind: cover, from: 2026-09-20T03:17:00Z, to: 2026-09-20T03:18:00Z, users: [ada] }]\n    participants", StringComparison.Ordinal));

        var stretch = Assert.Single(Assert.Single(comparison.OnCall).Stretches);
        Assert.Equal(new Difference<PersonSet>(Instant.FromUtc(2026, 9, 20, 3, 17), Instant.FromUtc(2026, 9, 20, 3, 18), PersonSet.Named("grace"), PersonSet.Named("ada")), stretch);
        var paging = Assert.Single(comparison.Paging);
        Assert.Equal([new ServiceId("shop"), new ServiceId("search")], paging.Services);
        Assert.Equal((1, stretch.From, stretch.To), (paging.Step, Assert.Single(paging.Stretches).From, paging.Stretches[0].To));
    }

    [Fact]
    public void SwappedTurns_AreWholeWeeks_CutByTheWindowOnly()
    {
        var stretches = Assert.Single(Compare(Rota, Rota.Replace("[ada, grace]", "[grace, ada]", StringComparison.Ordinal), days: 14).OnCall).Stretches;

        var monday = Instant.FromUtc(2026, 9, 21, 7, 0);
        Assert.Equal(
            [(Now, monday, "grace", "ada"), (monday, monday + Duration.FromDays(7), "ada", "grace"), (monday + Duration.FromDays(7), Now + Duration.FromDays(14), "grace", "ada")],
            stretches.Select(s => (s.From, s.To, s.Before.ToString(), s.After.ToString())));
    }

    [Fact]
    public void StepThatLosesItsPeople_IsSkipped_ToWhoIsReallyPaged()
    {
        // Nobody is on call any more, so step 1 pages whom step 2 paged; step 2 stays as it was.
        var comparison = Compare(Rota, Rota.Replace("    participants: [ada, grace]", "    gaps: intended\n    participants: []", StringComparison.Ordinal), days: 7);

        var change = Assert.Single(comparison.Paging);
        Assert.Equal(1, change.Step);
        Assert.All(change.Stretches, stretch => Assert.Equal(new Paged(PersonSet.Named("ada"), OneOf: false), stretch.After));
    }

    [Fact]
    public void SomebodyWhoLeaves_IsNotPaged_AndIsNamedAmongTheParts()
    {
        var comparison = Compare(Rota, Rota, changeBase: text => text.Replace("slack: U0GRACE001", "slack: U0GRACE001, active: false", StringComparison.Ordinal), days: 5);

        Assert.Empty(comparison.OnCall);
        Assert.Contains(comparison.Paging, change => change.Step == 1 && change.Stretches[0].Before!.People.Contains(new("grace")) && change.Stretches[0].After!.People.Equals(PersonSet.Named("ada")));
        Assert.Equal(["not active any more"], Assert.Single(comparison.Parts, part => part.Id == "grace").Details);
    }

    [Fact]
    public void AnotherStep_IsPagedWhereNoneWas()
    {
        var comparison = Compare(Rota, Rota.Replace("{ targets: [person: ada] }]", "{ targets: [person: ada] }, { targets: [person: grace] }]", StringComparison.Ordinal));

        var change = Assert.Single(comparison.Paging);
        var stretch = Assert.Single(change.Stretches);
        Assert.Equal(3, change.Step);
        Assert.Null(stretch.Before);
        Assert.Equal((Now, Now + Duration.FromDays(30)), (stretch.From, stretch.To));
        Assert.Equal(["step timeouts 5m, 5m → 5m, 5m, 5m"], Assert.Single(comparison.Parts).Details);
    }

    [Fact]
    public void PartsThatCameAndWent_AreNamed()
    {
        var comparison = Compare(Rota, Rota.Replace("  search: { policy: usual }", "  carts: { alarms: [carts-*] }", StringComparison.Ordinal).Replace("shop: { policy: usual }", "shop: { policy: usual, alarms: [shop-*], alarm_tags: { team: shop } }", StringComparison.Ordinal));

        Assert.Equal(
            ["Changed service shop takes alarms shop-*; takes alarms tagged team=shop", "Added service carts ", "Removed service search "],
            comparison.Parts.Select(part => $"{part.Fate} {part.Kind} {part.Id} {string.Join("; ", part.Details)}"));
        Assert.Empty(comparison.Paging);
    }

    [Theory]
    [InlineData("account 111122223333", "", "accounts: { \"111122223333\": { name: prod } }", "")]
    [InlineData("account 111122223333", "accounts: { \"111122223333\": { name: prod } }", "accounts: { \"111122223333\": { name: live, severity: sev4 } }", "name prod → live; severity  → Sev4")]
    [InlineData("service shop", "services: { shop: { alarms: [a] } }", "services: { shop: { alarms: [a], account: \"111122223333\", region: eu-* } }", "accounts and regions any → ")]
    [InlineData("service shop", "services: { shop: { alarms: [a] } }", "services: { shop: { alarms: [a], severity_rules: [{ account: \"111122223333\", severity: sev1 }] } }", "its severity rules")]
    [InlineData("service shop", "services: { shop: { alarms: [a] } }", "services: { shop: { alarms: [a], severity_rules: [{ source: aws.rds, severity: sev1 }] } }", "its severity rules")]
    [InlineData("service shop", "services: { shop: { severity_rules: [{ source: aws.rds, severity: sev1 }] } }", "services: { shop: { severity_rules: [{ source: aws.rds, subject: x, severity: sev1 }] } }", "its severity rules")]
    [InlineData("service shop", "services: { shop: { alarms: [a] } }", "services: { shop: { alarms: [a], deployments: { failed: notify } } }", "failed deployments note → notify")]
    [InlineData("service shop", "services: { shop: { alarms: [a] } }", "services: { shop: { alarms: [a], group: service-everywhere } }", "groups by service for 5m, 1h at most → service-everywhere for 5m, 1h at most")]
    [InlineData("service shop", "services: { shop: { alarms: [a] } }", "services: { shop: { alarms: [a], group: alarm } }", "groups by service for 5m, 1h at most → alarm for 5m, 1h at most")]
    [InlineData("service shop", "services: { shop: { alarms: [a] } }", "services: { shop: { alarms: [a], group_within: 10m, group_at_most: 2h } }", "groups by service for 5m, 1h at most → service for 10m, 2h at most")]
    [InlineData("service shop", "services: { shop: { alarms: [a] } }", "services: { shop: { alarms: [a], flapping: { returns: 5 } } }", "flapping from 3 returns in 2h until quiet for 30m → 5 returns in 2h until quiet for 30m")]
    [InlineData("service shop", "services: { shop: { alarms: [a] } }", "services: { shop: { alarms: [a], flapping: { within: 3h, quiet: 1h } } }", "flapping from 3 returns in 2h until quiet for 30m → 3 returns in 3h until quiet for 1h")]
    [InlineData("service shop", "services: { shop: { alarms: [a] } }", "services: { shop: { alarms: [a], mode: shadow } }", "mode live → shadow")]
    [InlineData("service shop", "services: { shop: { alarms: [a] } }", "services: { shop: { alarms: [a], reopen_within: 10m } }", "how its incidents recover and reopen")]
    [InlineData("notices notices", "slack: { webhooks: { default: a, quiet: b } }", "slack: { webhooks: { default: a, quiet: b } }\nnotices: { channel: quiet, digest: 2h }", "channel each service's own → quiet; digest 1h → 2h")]
    [InlineData("watchdog watchdog", "", "watchdog: beat", "")]
    [InlineData("watchdog watchdog", "watchdog: beat", "watchdog: other", "secret beat → other")]
    [InlineData("channels channels", "channels: { sms: { origination: \"+12065550100\" } }", "channels: { sms: { origination: \"+12065550100\", two_way: true } }", "replies to texts not taken → taken")]
    [InlineData("channels channels", "", "channels: { email: { from: a@example.com }, voice: { origination: \"+12065550100\", voice_id: AMY }, pushover: { token: push } }", "mails from none → a@example.com; calls from none → +12065550100; voice the usual one → AMY; secret of Pushover none → push")]
    public void V11_Diff_OfEachKeyOfTheConfiguration_NamesWhatChanged(string part, string before, string after, string details)
    {
        var change = Assert.Single(Compare(before, after).Parts);

        Assert.Equal(part, $"{change.Kind} {change.Id}");
        Assert.StartsWith(details, string.Join("; ", change.Details), StringComparison.Ordinal);
        Assert.Equal(change.Fate == PartFate.Changed, change.Details.Count > 0);
    }

    [Theory]
    [InlineData("phone: \"+12065550100\"", "phone: { number: \"+12065550100\", type: ios }")]
    public void V14_Diff_OfThePhoneOfAPerson_NamesIt(string before, string after)
    {
        var comparison = ConfigurationComparison.Between(
            Good(Base.Replace("slack: U0GRACE001", $"slack: U0GRACE001, {before}", StringComparison.Ordinal), Rota),
            Good(Base.Replace("slack: U0GRACE001", $"slack: U0GRACE001, {after}", StringComparison.Ordinal), Rota),
            Now,
            Now + Duration.FromDays(1));

        Assert.Equal(["their addresses"], Assert.Single(comparison.Parts).Details);
    }

    [Fact]
    public void EveryInstant_AgreesWithThePlanner()
    {
        const string other = """
            schedules:
              week:
                time_zone: America/New_York
                rotation: daily
                handoff: 10:30
                start: 2026-09-07T07:00:00Z
                participants: [grace, ada]
                overrides: [{ kind: remove, from: 2026-09-18T01:00:00Z, to: 2026-09-19T05:00:00Z, users: [ada] }]
            escalation_policies:
              usual: { repeat: 0, steps: [{ targets: [schedule: week], timeout: 5m }, { targets: [person: grace] }] }
            services:
              shop: { policy: usual }
              search: {}
            """;
        var comparison = Compare(Rota, other);
        var random = new Random(4711);
        for (var i = 0; i < 2_000; i++)
        {
            var at = Now + Duration.FromSeconds(random.Next(30 * 86_400));
            foreach (var service in new[] { "shop", "search" })
            {
                var (before, after) = (Planned(comparison.Before, service, at), Planned(comparison.After, service, at));
                var told = comparison.Paging.Where(change => change.Step == 1 && change.Services.Contains(new ServiceId(service))).SelectMany(change => change.Stretches).SingleOrDefault(s => s.From <= at && at < s.To);
                Assert.Equal(before == after ? null : (before, after), told is null ? ((string, string)?)null : (told.Before!.People.ToString(), told.After!.People.ToString()));
            }
        }
    }

    [Fact]
    public void TwoHundredServices_AreComparedInTheBlinkOfAnEye()
    {
        var schedules = string.Concat(Enumerable.Range(0, 40).Select(i => $"  s{i}: {{ time_zone: Europe/Berlin, rotation: daily, handoff: 09:00, start: 2026-09-07T07:00:00Z, participants: [ada, grace] }}\n"));
        var policies = string.Concat(Enumerable.Range(0, 40).Select(i => $"  p{i}: {{ steps: [{{ targets: [schedule: s{i}], timeout: 5m }}, {{ targets: [schedule: s{(i + 1) % 40}] }}] }}\n"));
        var services = string.Concat(Enumerable.Range(0, 200).Select(i => $"  x{i}: {{ policy: p{i % 40} }}\n"));
        var text = $"schedules:\n{schedules}escalation_policies:\n{policies}services:\n{services}";
        var (before, after) = (Good(Base, text), Good(Base, text.Replace("[ada, grace]", "[grace, ada]", StringComparison.Ordinal)));

        var watch = System.Diagnostics.Stopwatch.StartNew();
        var comparison = ConfigurationComparison.Between(before, after, Now, Now + Duration.FromDays(90));

        Assert.Equal((40, 80), (comparison.OnCall.Count, comparison.Paging.Count));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
    }

    private static string Planned(OnCallConfiguration settings, string service, Instant at) =>
        PersonSet.Of([.. new PagePlanner(settings, settings.PolicyOf(settings.Find(new ServiceId(service))!), at).Start(Urgency.High, new IncidentNumber(1)).Targets.Select(target => target.Person)]).ToString();

    private static ConfigurationComparison Compare(string before, string after, int days = 30, Func<string, string>? changeBase = null) =>
        ConfigurationComparison.Between(Good(Base, before), Good(changeBase is null ? Base : changeBase(Base), after), Now, Now + Duration.FromDays(days));
}
