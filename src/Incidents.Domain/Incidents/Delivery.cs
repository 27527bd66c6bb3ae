using System.Collections.Immutable;

namespace Incidents.Domain.Incidents;

/// <summary>The fold over what happens to pages. A page leaves the incident once it is settled; its story stays in the timeline.</summary>
internal static class Delivery
{
    public static Incident Apply(Incident incident, IncidentEvent happened) => happened switch
    {
        PageRequested e => incident.HandOver(e.Instead) with { Pages = incident.HandOver(e.Instead).Pages.Add(Asked(incident, e)) },
        PageRepeatPlanned e => incident with { Pages = incident.Pages.Add(Repeat(incident, e)) },
        PageStarted e => incident.HandOver(e.Instead).WithPage(e.Page, p => p with
        {
            State = PageState.Sending,
            Attempts = 1,
            StartedAt = e.At,
            Deadline = e.Deadline,
            Tried = incident.TriedBefore(e.Instead) ?? p.Tried,
        }),
        PageGathered e => incident.WithPage(e.Page, p => p with { State = PageState.Pending, Attempts = 0, Late = true, Deadline = e.Until }),
        PageHandedOver e => incident.HandOver(e.Page),
        PageRetried e => incident.WithPage(e.Page, p => p with
        {
            State = PageState.Sending,
            Attempts = p.Attempts + 1,
            Deadline = e.Deadline,
            Unanswered = p.State == PageState.Sending ? p.Unanswered + 1 : p.Unanswered,
        }),
        PageDeferred e => incident.WithPage(e.Page, p => p with { State = PageState.Waiting, Deadline = e.Until }),
        PageUnanswered e => incident.WithPage(e.Page, p => p with { State = PageState.Unknown, Unanswered = p.Unanswered + 1, Deadline = e.RetryAt }),
        PageSent e => incident.Reached(e).WithoutPage(e.Page) with { LastPage = new LastPage(e.Person, e.At) },
        PageFailed e => incident.WithoutPage(e.Page),
        PageDropped e => incident.WithoutPage(e.Page),
        _ => incident,
    };

    private static Page Asked(Incident incident, PageRequested e) => new()
    {
        Id = incident.TimelineLength,
        Person = e.Person,
        Channel = e.Channel,
        Step = e.Step,
        State = e.IsPending ? PageState.Pending : PageState.Sending,
        Attempts = e.IsPending ? 0 : 1,
        RequestedAt = e.At,
        Deadline = e.Deadline,
        Late = e.Late,
        Tried = incident.TriedBefore(e.Instead),
        IsReached = incident.Pages.Find(p => p.Id == e.Instead)?.IsReached ?? false,
    };

    private static Page Repeat(Incident incident, PageRepeatPlanned e) => new()
    {
        Id = incident.TimelineLength,
        Person = e.Person,
        Channel = e.Channel,
        Step = e.Step,
        State = PageState.Pending,
        Attempts = 0,
        RequestedAt = e.At,
        Deadline = e.Deadline,
        IsReached = true,
        Repeats = true,
    };

    /// <summary>What else is on its way to the same person for the same step need not take the same way again.</summary>
    private static Incident Reached(this Incident incident, PageSent sent) =>
        incident.Pages.Find(p => p.Id == sent.Page) is not { } page
            ? incident
            : incident with
            {
                Pages = incident.Pages.ConvertAll(p => p.Person == page.Person && p.Step == page.Step && p.Id != page.Id
                    ? p with { IsReached = true, Tried = (p.Tried ?? []).Add(page.Channel) }
                    : p),
            };

    /// <summary>Another channel does it now: what it took over from is not waited for again.</summary>
    private static Incident HandOver(this Incident incident, int? from) =>
        from is { } id ? incident.WithPage(id, p => p with { HandedOver = true }) : incident;

    private static ImmutableList<string>? TriedBefore(this Incident incident, int? from) =>
        from is { } id && incident.Pages.Find(p => p.Id == id) is { } page ? (page.Tried ?? []).Add(page.Channel) : null;

    private static Incident WithPage(this Incident incident, int id, Func<Page, Page> change) =>
        incident.Pages.FindIndex(p => p.Id == id) is >= 0 and var index
            ? incident with { Pages = incident.Pages.SetItem(index, change(incident.Pages[index])) }
            : incident;

    private static Incident WithoutPage(this Incident incident, int id) =>
        incident with { Pages = incident.Pages.RemoveAll(p => p.Id == id) };
}
