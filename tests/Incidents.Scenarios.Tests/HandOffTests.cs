using System.Text.Json;
using Incidents.Application.Overrides;
using Incidents.Application.Schedules.HandOffs;
using Incidents.Application.Slack;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Scenarios.Tests;

/// <summary>A shift ends and another begins; the channel reads it once.</summary>
public sealed class HandOffTests : IDisposable
{
    private const string Team = """
        people:
          ana: { name: Ana, slack: U0ANA00001 }
          ben: { name: Ben, slack: U0BEN00001 }
          cy: { name: Cy, slack: U0CY000001 }
        schedules:
          primary: { name: Primary, time_zone: Europe/Berlin, rotation: daily, handoff: "09:00", participants: [ana, ben, cy], start: 2026-09-13T07:00:00Z }
          silent: { time_zone: Etc/UTC, rotation: daily, participants: [ana, ben], handoff_notice: false }
          unused: { time_zone: Etc/UTC, rotation: daily, participants: [ana, ben] }
        escalation_policies:
          standard: { steps: [{ targets: [schedule: primary, schedule: silent], timeout: 1d }] }
        services:
          checkout: { alarms: ["checkout-*"], policy: standard }
          billing: { alarms: ["billing-*"] }
        catch_all: { targets: [person: ben] }
        """;

    private readonly ScenarioHost house = new(configuration: Team);

    public void Dispose() => house.Dispose();

    [Fact]
    public async Task ShiftBegins_IsToldOnce_WithWhatIsOpen()
    {
        var number = (await house.Fire("checkout-errors")).Incident!.Incident.Number;
        await house.Fire("billing-errors");
        await house.Acknowledge(number);
        await Tick(Duration.Zero);
        await Tick(At(7, 0) - house.Clock.Now());
        await Tick(Duration.FromMinutes(1));
        await Tick(Duration.FromMinutes(10));

        Assert.Equal(
            """
            Primary: Ana hands over to Ben, until Tue 15 Sep 09:00 (Europe/Berlin).
            One incident is open:
            • INC-1 Sev2 checkout: checkout-errors (ana has it)
            Take over: incidents ack INC-…
            """,
            Assert.Single(Told));
    }

    [Fact]
    public async Task V15_ShiftBegins_ShowsItsEndAsADateOfSlack_AndWithItsZoneWhereSlackRefuses()
    {
        await Tick(Duration.Zero);
        house.Slack.Answer = () => new DeliveryResult.Rejected("channel_is_archived");
        await Tick(At(7, 0) - house.Clock.Now());

        var section = JsonDocument.Parse(house.Slack.Posts.Single()).RootElement.GetProperty("blocks")[0].GetProperty("text").GetProperty("text").GetString();
        Assert.StartsWith("Primary: Ana hands over to Ben, until <!date^1789455600^{date_short_pretty} {time}|Tue 15 Sep 09:00 (Europe/Berlin)>.", section, StringComparison.Ordinal);
        Assert.Equal("Primary: Ana hands over to Ben, until Tue 15 Sep 09:00 (Europe/Berlin).\nNo incident is open.", house.Fallback.Heard.Single().Text);
    }

    [Fact]
    public async Task SeveralShiftsMissed_AreOneMessage_AboutWhereTheyEnded()
    {
        await Tick(Duration.Zero);
        await Tick(At(8, 0) + Duration.FromDays(1) - house.Clock.Now());

        Assert.Equal("Primary: Ana hands over to Cy, until Wed 16 Sep 09:00 (Europe/Berlin).\nNo incident is open.", Assert.Single(Told));
    }

    [Fact]
    public async Task SamePeopleAfterAnOutage_AreNoNews()
    {
        await Tick(Duration.Zero);
        await Tick(Duration.FromDays(3));

        Assert.Empty(Told);
    }

    [Fact]
    public async Task OverrideMadeWhileItRuns_IsAHandOff_WhenItBeginsAndWhenItEnds()
    {
        await Tick(Duration.Zero);
        var store = house.Get<IOverrideStore>();
        await store.Save(await store.Load(default), [Cover(house.Clock.Now(), house.Clock.Now() + Duration.FromHours(1))], default);
        await Tick(Duration.FromMinutes(1));
        await Tick(Duration.FromMinutes(60));

        Assert.Equal(["Primary: Ana hands over to Cy", "Primary: Cy hands over to Ana"], Told.Select(text => text[..text.IndexOf(',', StringComparison.Ordinal)]));
    }

    private IEnumerable<string> Told => house.Slack.Posts.Select(post => JsonDocument.Parse(post).RootElement.GetProperty("text").GetString()!);

    private static Instant At(int hour, int minute) => Instant.FromUtc(2026, 9, 14, hour, minute);

    private static MadeOverride Cover(Instant from, Instant to) => new()
    {
        Id = "ov-1",
        Schedule = new ScheduleId("primary"),
        Kind = OverrideKind.Replace,
        Replaces = new PersonId("ana"),
        Users = [new PersonId("cy")],
        From = from,
        To = to,
        By = new Actor("cy", "Cy", Via.CommandLine),
        MadeAt = from,
    };

    private async Task Tick(Duration after)
    {
        house.Clock.Jump(after);
        Assert.Empty(await house.Get<HandoffNotifier>().Run(default));
    }
}
