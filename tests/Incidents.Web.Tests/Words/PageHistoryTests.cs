using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Web.Words;
using NodaTime;

namespace Incidents.Web.Tests.Words;

public class PageHistoryTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 9, 14, 3, 12);

    [Fact]
    public void Page_ThatWasTriedAgain_CountsItsAttempts()
    {
        var page = Assert.Single(Of(Asked(), new PageUnanswered(At(5), 1, At(20), "timeout"), new PageRetried(At(20), 1, At(40), MayBeRepeat: true), new PageSent(At(21), 1, new PersonId("ana"), "slack", 2)));

        Assert.Equal(("sent", 2, At(21), null), (page.State, page.Attempts, page.At, page.Remark));
    }

    [Fact]
    public void Page_InEachState_SaysWhy()
    {
        Assert.Equal(("sending", null), Last(Asked()));
        Assert.Equal(("waiting", "rate_limited"), Last(Asked(), new PageDeferred(At(1), 1, At(30), "rate_limited")));
        Assert.Equal(("unknown", "timeout"), Last(Asked(), new PageUnanswered(At(1), 1, At(30), "timeout")));
        Assert.Equal(("failed", "no_service"), Last(Asked(), new PageFailed(At(1), 1, new PersonId("ana"), "slack", "no_service")));
        Assert.Equal(("dropped", "already acknowledged"), Last(Asked(), new PageDropped(At(1), 1, new PersonId("ana"), "already acknowledged")));
    }

    [Fact]
    public void Page_KeepsWhatEachAttemptCameTo()
    {
        var page = Assert.Single(Of(
            Asked(), new PageDeferred(At(1), 1, At(20), "rate_limited") { Took = 310 }, new PageRetried(At(20), 1, At(40), MayBeRepeat: false), new PageSent(At(21), 1, new PersonId("ana"), "slack", 2) { Took = 95 }));

        Assert.Equal(
            [new PageAttempt(Start, "waiting", "rate_limited", 310, At(20)), new PageAttempt(At(20), "sent", null, 95, null)],
            page.Log);
    }

    [Fact]
    public void PendingPage_HasNoAttemptUntilItsTimeComes()
    {
        var asked = Asked() with { IsPending = true };

        Assert.Equal(("pending", At(20), 0), Of(asked).Select(page => (page.State, page.At, page.Log.Count)).Single());
        Assert.Equal(("sending", At(20), 1), Of(asked, new PageStarted(At(20), 1, new PersonId("ana"), "sms", At(40), null)).Select(page => (page.State, page.At, page.Log.Count)).Single());
    }

    [Fact]
    public void Pages_AreToldApartByTheirNumber()
    {
        var pages = PageHistory.Of([new(1, Asked()), new(2, Asked() with { Person = new PersonId("ben"), PersonName = "Ben" }), new(3, new PageSent(At(1), 2, new PersonId("ben"), "slack", 1))]);

        Assert.Equal([("Ana", "sending"), ("Ben", "sent")], pages.Select(page => (page.Name, page.State)));
    }

    private static PageRequested Asked() => new(Start, new PersonId("ana"), "Ana", "slack", 1, At(20), "why");

    private static Instant At(int seconds) => Start + Duration.FromSeconds(seconds);

    private static (string, string?) Last(params IncidentEvent[] events) => Of(events).Select(page => (page.State, page.Remark)).Single();

    private static IReadOnlyList<PageLine> Of(params IncidentEvent[] events) =>
        PageHistory.Of(events.Select((happened, index) => new TimelineEntry(index + 1, happened)));
}
