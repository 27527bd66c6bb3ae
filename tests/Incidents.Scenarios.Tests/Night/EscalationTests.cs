using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Scenarios.Tests.Night;

/// <summary>Who is paged, by which channel, at which minute.</summary>
public class EscalationTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly IncidentNumber First = new(1);

    [Fact]
    public async Task F66_NobodyAnswers_StepsThenRepeatThenCatchAll_ForHours()
    {
        using var night = new NightHost();
        await night.House.Fire("checkout-5xx");
        await night.Pass(75 * Minute);

        Assert.Equal(
            [
                "0:00 slack Cleo", "5:00 slack Ben", "6:00 sms Ben", "8:00 voice Ben", "9:00 voice Ben",
                "15:00 slack Cleo", "20:00 slack Ben", "21:00 sms Ben", "23:00 voice Ben", "24:00 voice Ben",
                "30:00 slack Dora", "31:00 sms Dora", "33:00 voice Dora", "34:00 voice Dora", "45:00 slack Dora", "46:00 sms Dora", "48:00 voice Dora", "49:00 voice Dora",
                "60:00 slack Dora", "61:00 sms Dora", "63:00 voice Dora", "64:00 voice Dora", "75:00 slack Dora",
            ],
            night.Pages.Lines);
    }

    [Fact]
    public async Task TheRotationHandsOverDuringStep1_Step2PagesTheNewPerson()
    {
        using var night = new NightHost();
        await night.House.Fire("ringing-1");
        await night.Pass(5 * Minute);

        Assert.Equal(["0:00 slack Ana", "1:00 sms Ana", "3:00 voice Ana", "4:00 voice Ana", "5:00 slack Ben"], night.Pages.Lines);
    }

    [Fact]
    public async Task F65_AnOverrideMadeMeanwhile_Counts()
    {
        using var night = new NightHost();
        await night.House.Fire("ringing-1");
        await night.Pass(2 * Minute);
        night.Deploy(NightHost.Configuration.Replace(
            "participants: [ben, ana] }",
            "participants: [ben, ana], overrides: [{ kind: cover, from: 2026-09-14T03:00:00Z, to: 2026-09-14T09:00:00Z, users: [dora] }] }",
            StringComparison.Ordinal));
        await night.Pass(3 * Minute);

        Assert.Equal("5:00 slack Dora", night.Pages.Lines[^1]);
    }

    [Fact]
    public async Task StepsAndTimeouts_StayAsTheyWereWhenItOpened()
    {
        using var night = new NightHost();
        await night.House.Fire("checkout-5xx");
        night.Deploy(NightHost.Configuration.Replace(
            "standard: { steps: [{ targets: [schedule: secondary] }, { targets: [schedule: primary], timeout: 10m }], repeat: 1 }",
            "standard: { steps: [{ targets: [person: dora], timeout: 1m }], repeat: 0 }",
            StringComparison.Ordinal));
        await night.Pass(20 * Minute);

        Assert.Equal(["0:00 slack Cleo", "5:00 slack Ben", "15:00 slack Cleo", "20:00 slack Ben"], night.Pages.Of("slack"));
    }

    [Fact]
    public async Task F64_AnEmptyStep_IsSkippedAtOnceAndSaid()
    {
        using var night = new NightHost();
        await night.House.Fire("gap-1");

        Assert.Equal(["0:00 slack Cleo"], night.Pages.Lines);
        Assert.Contains(await night.Story(), e => e is NobodyToPage { Why: "Step 1 of \"gap\" has nobody to page." });
        Assert.Equal(2, (await night.House.Look(First)).Escalation?.Step);
    }

    [Fact]
    public async Task F44_ThePersonOfAStepHasLeft_TheNextOneIsPaged_AndItIsSaid()
    {
        using var night = new NightHost();
        await night.House.Fire("checkout-5xx");
        night.Deploy(NightHost.Configuration.Replace("ben: { name: Ben,", "ben: { name: Ben, active: false,", StringComparison.Ordinal));
        await night.Pass(5 * Minute);

        Assert.Equal("5:00 slack Cleo", night.Pages.Lines[^1]);
        Assert.Contains(await night.Story(), e => e is NobodyToPage { Why: "Ben is not active and is not paged." });
    }

    [Fact]
    public async Task RoundRobin_TakesAnotherForTheNextIncident()
    {
        using var night = new NightHost();
        await night.House.Fire("one-1");
        await night.House.Fire("two-1");

        Assert.Equal(["0:00 slack Cleo", "0:00 slack Ana"], night.Pages.Lines.Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task Acknowledged_StopsEverything_AlsoTextsAndCallsThatWait()
    {
        using var night = new NightHost();
        await night.House.Fire("ringing-1");
        await night.Pass(Duration.FromSeconds(50));
        await night.House.Acknowledge(First);
        await night.Pass(24 * Minute);

        Assert.Equal(["0:00 slack Ana"], night.Pages.Lines);
    }

    [Fact]
    public async Task AcknowledgedAndForgotten_PagesTheAcknowledger_ThenTheNextStep()
    {
        using var night = new NightHost(NightHost.Configuration.Replace("handoff: \"MO 03:14\"", "handoff: \"MO 09:00\"", StringComparison.Ordinal));
        await night.House.Fire("ringing-1");
        await night.House.Acknowledge(First);
        await night.Pass(25 * Minute);
        Assert.Contains("tell INC-1 StillOnIt", night.House.Channel.Heard);

        await night.Pass(10 * Minute);
        Assert.Equal(["0:00 slack Ana", "30:00 slack Ana", "31:00 sms Ana", "33:00 voice Ana", "34:00 voice Ana", "35:00 slack Ana"], night.Pages.Lines);
    }

    [Fact]
    public async Task F59_ATickDownForTenMinutes_FiresWhatIsOverdueInOrder_AMinuteApart()
    {
        using var night = new NightHost();
        await night.House.Fire("ringing-1");
        night.Sleep(10 * Minute);
        await night.Sweep();
        await night.Pass(2 * Minute);

        Assert.Equal(["10:00 2", "11:00 1"], (await night.Story()).OfType<EscalationStepFired>().Skip(1).Select(step => $"{(step.At - NightHost.Began).TotalMinutes}:00 {step.Step}"));
    }

    [Fact]
    public async Task F56_SweepsAtOnce_FireAStepOnce()
    {
        using var night = new NightHost();
        await night.House.Fire("checkout-5xx");
        night.Sleep(5 * Minute);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(night.Sweep)));

        Assert.Equal(["0:00 slack Cleo", "5:00 slack Ben"], night.Pages.Lines);
    }

    [Fact]
    public async Task F58_ATickThatStartsAgainAfterThreeMinutes_LosesNothingAndRepeatsNothing()
    {
        using var night = new NightHost();
        await night.House.Fire("checkout-5xx");
        await night.Pass(4 * Minute);
        night.Sleep(3 * Minute);
        await night.Sweep();
        await night.Pass(Minute);

        Assert.Equal(["0:00 slack Cleo", "7:00 slack Ben", "8:00 sms Ben"], night.Pages.Lines);
    }
}
