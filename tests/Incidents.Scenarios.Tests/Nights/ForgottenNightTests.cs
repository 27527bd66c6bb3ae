using Incidents.Application.Actions;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using Incidents.Scenarios.Tests.Night;
using NodaTime;

namespace Incidents.Scenarios.Tests.Nights;

/// <summary>Night 5: acknowledged, then forgotten, while colleagues write notes.</summary>
public class ForgottenNightTests
{
    private static readonly string[] OfAna = ["0:00-1:00 slack, sms", "27:00 slack", "32:00-33:00 slack, sms", "35:00-36:00 voice x2"];
    private static readonly string[] OfBen = ["37:00-38:00 slack, sms"];
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly IncidentNumber First = new(1);

    private static readonly string AnaAllNight = NightHost.Configuration.Replace("handoff: \"MO 03:14\", participants: [ben, ana]", "handoff: \"MO 09:00\", participants: [ana]", StringComparison.Ordinal);

    [Fact]
    public async Task V09_Night5_AcknowledgedThenForgottenWhileColleaguesWriteNotes_PagesTheHolderAndThenTheNextStep()
    {
        using var night = await Play();

        Assert.Equal(
            ["0:00 slack Ana", "1:00 sms Ana", "32:00 slack Ana", "33:00 sms Ana", "35:00 voice Ana", "36:00 voice Ana", "37:00 slack Ben", "38:00 sms Ben"],
            night.Pages.Lines);
        Assert.Equal(OfAna, night.Interrupted("Ana"));
        Assert.Equal(OfBen, night.Interrupted("Ben"));
        Assert.Empty(night.Interrupted("Cleo"));
    }

    [Fact]
    public async Task V09_Night5_WhenTheHoldersShiftEndedMeanwhile_PagesWhoIsOnCallNow()
    {
        using var night = new NightHost();
        await night.House.Fire("ringing-1");
        await night.House.Acknowledge(First);
        await night.Pass(36 * Minute);

        Assert.Equal(["0:00 slack Ana", "30:00 slack Ben", "31:00 sms Ben", "33:00 voice Ben", "34:00 voice Ben", "35:00 slack Ben", "36:00 sms Ben"], night.Pages.Lines);
        Assert.Equal(["0:00 slack", "25:00 slack"], night.Interrupted("Ana"));
        Assert.Equal(["30:00-31:00 slack, sms", "33:00-36:00 voice x2, slack, sms"], night.Interrupted("Ben"));
    }

    [Fact]
    public async Task Night5_WhenSimulated_SaysTheSame()
    {
        using var night = await Play();
        var simulated = await Simulated.Of(night);

        Assert.Equal(OfAna, simulated.Interrupted("Ana"));
        Assert.Equal(OfBen, simulated.Interrupted("Ben"));
        Assert.Empty(simulated.Interrupted("Cleo"));
    }

    private static async Task<NightHost> Play()
    {
        var night = new NightHost(AnaAllNight.Replace("steps: [{ targets: [schedule: primary] }, { targets: [schedule: primary] }]", "steps: [{ targets: [schedule: primary] }, { targets: [person: ben] }]", StringComparison.Ordinal));
        await night.House.Fire("ringing-1");
        await night.Pass(2 * Minute);
        await night.House.Acknowledge(First);
        foreach (var text in new[] { "the deploy of 02:50?", "looks like the cache", "asking the vendor" })
        {
            await night.Pass(8 * Minute);
            await Note(night, "cleo", text);
        }

        Assert.DoesNotContain("tell INC-1 StillOnIt", night.House.Channel.Heard);
        await night.Pass(Minute);
        Assert.Contains("tell INC-1 StillOnIt", night.House.Channel.Heard);
        await Note(night, "cleo", "still slow");
        await night.Pass(12 * Minute);
        await night.House.Acknowledge(First, "ben");
        await night.Pass(20 * Minute);
        return night;
    }

    private static Task<ChangeResult> Note(NightHost night, string person, string text)
    {
        night.House.Did("note", First, person, $",\"text\":\"{text}\"");
        return night.House.Get<AddNote>().Handle(First, new Actor(person, person, Via.Api), text, CancellationToken.None);
    }
}
