using System.Collections.Immutable;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Application.Paging;

/// <summary>What this process knows of the last minute: its own pages at once, those of other processes as the store's note comes along.</summary>
/// <remarks>Nothing waits for the note on the way to a page. A process that dies before it is written costs a message more.</remarks>
public sealed class RecentPages(IIncidentStore store, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(IncidentNumber, PersonId Person, string Channel), RecentPage> pages = [];
    private readonly Dictionary<(string Channel, string Name), Instant> waits = [];
    private readonly List<RecentPage> unwrittenPages = [];
    private readonly List<ChannelWait> unwrittenWaits = [];
    private readonly List<(TeamChannel Team, IncidentNumber Incident, Instant At)> news = [];
    private int stored;
    private PublicUrlProof? reach;

    /// <summary>What is known of the public address; null before anything was read.</summary>
    public PublicUrlProof? Reach => Volatile.Read(ref reach);

    /// <summary>What is known, without what is over.</summary>
    public LastMinute Known()
    {
        lock (gate)
        {
            Forget();
            return new LastMinute([.. pages.Values], Asked());
        }
    }

    /// <summary>Takes in what other processes have noted.</summary>
    internal void Learn(MinuteNote note)
    {
        lock (gate)
        {
            stored = note.Pages.Count + note.Waits.Count;
            reach = note.Reach is { } read && (reach is null || read.At >= reach.At) ? read : reach;
            foreach (var page in note.Pages)
            {
                pages.TryAdd(KeyOf(page), page);
            }

            foreach (var wait in note.Waits)
            {
                Wait(wait);
            }
        }
    }

    /// <summary>Removes the pages of a decision that was not committed: none was sent.</summary>
    internal void TakeBack(IncidentNumber number)
    {
        lock (gate)
        {
            foreach (var key in pages.Keys.Where(key => key.Item1 == number).ToList())
            {
                pages.Remove(key);
            }

            unwrittenPages.RemoveAll(p => p.Incident == number);
        }
    }

    /// <summary>The pages that a commit claimed or put off for others.</summary>
    /// <param name="before">The incident before the commit; null for a new one.</param>
    internal void Take(Incident? before, Incident after)
    {
        var now = clock.Now();
        Add(after.Pages
            .Where(p => p.Channel != Page.Fallback && before?.Pages.Find(b => b.Id == p.Id) is var was && (p.State, p.Late) switch
            {
                (PageState.Sending, _) => was is null || was.State == PageState.Pending,
                (PageState.Pending, true) => was is not { State: PageState.Pending, Late: true },
                _ => false,
            })
            .Select(p => new RecentPage(p.Person, p.Channel, after.Number, after.Severity, p.State == PageState.Sending ? now : p.Deadline)));
    }

    /// <summary>Whether updates of some incidents may be posted to a team channel one by one: at most three a minute. Counted in this process alone, for updates wake no person.</summary>
    internal bool MayTell(TeamChannel team, IReadOnlyCollection<IncidentNumber> incidents)
    {
        var now = clock.Now();
        lock (gate)
        {
            news.RemoveAll(n => n.At <= now - LastMinute.Length || n.At > now);
            news.AddRange(incidents.Select(number => (team, number, now)));
            return news.Count(n => n.Team == team) <= LastMinute.MostAlone(Page.Team);
        }
    }

    /// <summary>A channel asked to wait.</summary>
    internal void Hear(DeliveryTarget inbox, Duration asked)
    {
        var wait = new ChannelWait(inbox.Channel, inbox.Name, clock.Now() + asked);
        lock (gate)
        {
            Wait(wait);
            unwrittenWaits.Add(wait);
        }
    }

    /// <summary>A channel took a message: whatever it asked for before is over.</summary>
    internal void HearTaken(DeliveryTarget inbox)
    {
        lock (gate)
        {
            waits.Remove((inbox.Channel, inbox.Name));
        }
    }

    /// <summary>Takes in the store's note; without an answer what this process knows has to do.</summary>
    internal async Task Refresh(CancellationToken cancellation)
    {
        try
        {
            Learn(await store.LoadMinute(cancellation));
        }
        catch (StoreUnavailableException)
        {
            // It costs a message at most; the sweep fails by itself where it needs the store.
        }
    }

    /// <summary>Notes what was found out of the public address, for every process that pages.</summary>
    /// <exception cref="StoreUnavailableException">It is known to this process alone.</exception>
    public async Task Note(PublicUrlProof proof, CancellationToken cancellation)
    {
        Volatile.Write(ref reach, proof);
        await store.AddToMinute(MinuteNote.Empty with { Reach = proof }, instead: null, cancellation);
    }

    /// <summary>Writes what is not written yet, beside whatever else happens. It may be lost.</summary>
    internal async Task Write(CancellationToken cancellation)
    {
        MinuteNote added;
        MinuteNote? instead = null;
        lock (gate)
        {
            Forget();
            if (unwrittenPages.Count == 0 && unwrittenWaits.Count == 0)
            {
                return;
            }

            added = new MinuteNote([.. unwrittenPages], [.. unwrittenWaits]);
            unwrittenPages.Clear();
            unwrittenWaits.Clear();
            if (stored + added.Pages.Count + added.Waits.Count > MostStored)
            {
                instead = new MinuteNote([.. pages.Values], Asked()).With(added).Newest(MostKept);
                stored = 0;
            }
        }

        try
        {
            await store.AddToMinute(added, instead, cancellation);
        }
        catch (StoreUnavailableException)
        {
            // As said: lost.
        }
    }

    private void Add(IEnumerable<RecentPage> fallenDue)
    {
        lock (gate)
        {
            foreach (var page in fallenDue)
            {
                // One that was taken at the decision is the same page when it is dispatched a moment later.
                if (!pages.TryGetValue(KeyOf(page), out var known) || page.LeavesAt - known.LeavesAt > Same)
                {
                    pages[KeyOf(page)] = page;
                    unwrittenPages.Add(page);
                }
            }
        }
    }

    private ImmutableList<ChannelWait> Asked() => [.. waits.Select(w => new ChannelWait(w.Key.Channel, w.Key.Name, w.Value))];

    private static (IncidentNumber, PersonId, string) KeyOf(RecentPage page) => (page.Incident, page.Person, page.Channel);

    private void Wait(ChannelWait wait) => waits[(wait.Channel, wait.Name)] = Instant.Max(wait.Until, waits.GetValueOrDefault((wait.Channel, wait.Name), Instant.MinValue));

    private void Forget()
    {
        var now = clock.Now();
        foreach (var over in pages.Values.Where(p => p.LeavesAt <= now - LastMinute.Length || p.LeavesAt > now + LongestAhead).ToList())
        {
            pages.Remove(KeyOf(over));
        }

        foreach (var over in waits.Where(w => w.Value <= now || w.Value > now + LongestAhead).Select(w => w.Key).ToList())
        {
            waits.Remove(over);
        }
    }

    /// <summary>A longer list is replaced by what of it still counts: it stays below a kilobyte.</summary>
    private const int MostStored = 20;

    /// <summary>What then stays; the rest is room for those that follow.</summary>
    private const int MostKept = 12;

    private static readonly Duration Same = Duration.FromSeconds(5);

    /// <summary>The longest wait; a longer one was recorded by a clock that has since been set back, and is ignored.</summary>
    private static readonly Duration LongestAhead = Duration.FromHours(2);
}
