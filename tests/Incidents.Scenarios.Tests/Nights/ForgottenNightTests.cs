using Incidents.Application.Actions;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using Incidents.Scenarios.Tests.Night;
using NodaTime;

namespace Incidents.Scenarios.Tests.Nights;

/// <summary>Night 5: acknowledged, then forgotten, while colleagues write notes.</summary>
public class ForgottenNightTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly IncidentNumber First = new(1);

    private static readonly string AnaAllNight = NightHouse.Configuration.Replace("handoff: \"MO 03:14\", participants: [ben, ana]", "handoff: \"MO 09:00\", participants: [ana]", StringComparison.Ordinal);

    [Fact]
    public async Task V09_Night5_AcknowledgedThenForgottenWhileColleaguesWriteNotes_PagesTheHolderAndThenTheNextStep()
    {
        using var night = new NightHouse(AnaAllNight.Replace("steps: [{ targets: [schedule: primary] }, { targets: [schedule: primary] }]", "steps: [{ targets: [schedule: primary] }, { targets: [person: ben] }]", StringComparison.Ordinal));
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

        Assert.Equal(
            ["0:00 slack Ana", "1:00 sms Ana", "32:00 slack Ana", "33:00 sms Ana", "35:00 voice Ana", "36:00 voice Ana", "37:00 slack Ben", "38:00 sms Ben"],
            night.Pages.Lines);
        Assert.Equal(["0:00", "32:00", "35:00"], Interruptions.Of(night.Pages.Lines, "Ana"));
        Assert.Equal(["37:00"], Interruptions.Of(night.Pages.Lines, "Ben"));
        Assert.Empty(Interruptions.Of(night.Pages.Lines, "Cleo"));
    }

    [Fact]
    public async Task V09_Night5_WhenTheHoldersShiftEndedMeanwhile_PagesWhoIsOnCallNow()
    {
        using var night = new NightHouse();
        await night.House.Fire("ringing-1");
        await night.House.Acknowledge(First);
        await night.Pass(36 * Minute);

        Assert.Equal(["0:00 slack Ana", "30:00 slack Ben", "31:00 sms Ben", "33:00 voice Ben", "34:00 voice Ben", "35:00 slack Ben", "36:00 sms Ben"], night.Pages.Lines);
        Assert.Equal(["0:00"], Interruptions.Of(night.Pages.Lines, "Ana"));
        Assert.Equal(["30:00", "33:00"], Interruptions.Of(night.Pages.Lines, "Ben"));
    }

    private static Task<ChangeResult> Note(NightHouse night, string person, string text) =>
        night.House.Get<AddNote>().Handle(First, new Actor(person, person, Via.Api), text, CancellationToken.None);
}
