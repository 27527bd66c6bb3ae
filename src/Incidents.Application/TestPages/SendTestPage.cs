using System.Buffers.Text;
using System.Security.Cryptography;
using Incidents.Application.Configuration;
using Incidents.Application.Links;
using Incidents.Application.Notifications;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Paging;
using Incidents.Domain.People;
using Incidents.Domain.Services;

namespace Incidents.Application.TestPages;

/// <summary>Sends a marked test message by each way a page would take, and asks for a receipt.</summary>
/// <param name="leave">Leaves the test to another process; null where the process that is asked sends it.</param>
public sealed class SendTestPage(
    NotificationChannels channels, ResponderLinks links, ITestPageStore store, IOnCallConfigurationProvider configuration, NotificationContentBuilder briefer, TimeProvider clock, LeaveTest? leave = null)
{
    /// <summary>Sends to every channel of the person's high-urgency rules, or to all by which they can be reached.</summary>
    /// <returns>Null when there is no such active person.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was sent.</exception>
    public Task<TestPage?> Handle(PersonId person, bool allChannels, CancellationToken cancellation) => Handle(person, allChannels, asleep: false, cancellation);

    /// <summary>The same; asleep it goes by the channels that can wake the person alone, and asks whether it was loud.</summary>
    /// <returns>Null when there is no such active person.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was sent.</exception>
    public async Task<TestPage?> Handle(PersonId person, bool allChannels, bool asleep, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        if (settings.People.GetValueOrDefault(person) is not { IsActive: true } known)
        {
            return null;
        }

        var page = New(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes)), known) with { AsksLoud = asleep };
        var kinds = Kinds(known, allChannels, asleep, settings);
        if (leave is not null && kinds.Count > 0)
        {
            await leave(new AskedTest(page.Id, known.Id, allChannels, asleep), cancellation);
            return page with { IsLeft = true };
        }

        await store.Begin(page, cancellation);
        return await Send(page, known, kinds, settings, cancellation);
    }

    /// <summary>Sends those that were left to this tick. A person who is gone, or inactive by now, gets none.</summary>
    /// <returns>What could not be done, in sentences. It is not tried again: who asked waits, and sees that nothing came.</returns>
    internal async Task<IReadOnlyList<string>> SendAsked(IReadOnlyList<AskedTest> asked, CancellationToken cancellation)
    {
        if (asked.Count == 0)
        {
            return [];
        }

        var settings = await configuration.Current(cancellation);
        foreach (var test in asked)
        {
            if (settings.People.GetValueOrDefault(test.Person) is { IsActive: true } person)
            {
                var page = New(test.Id, person) with { AsksLoud = test.Asleep };
                await store.Begin(page, cancellation);
                await Send(page, person, Kinds(person, test.AllChannels, test.Asleep, settings), settings, cancellation);
            }
        }

        return [];
    }

    /// <summary>Sends a test that must go out once, even when several processes try.</summary>
    /// <param name="id">The same in every process that means this test.</param>
    internal async Task Once(string id, Person person, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var page = New(id, person);
        if (await store.Begin(page, cancellation) == SaveResult.Saved)
        {
            await Send(page, person, Usual(person, settings), settings, cancellation);
        }
    }

    private TestPage New(string id, Person person) => new() { Id = id, Person = person.Id, PersonName = person.Name, At = clock.Now() };

    private async Task<TestPage> Send(TestPage page, Person person, IReadOnlyList<string> kinds, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var tested = await Task.WhenAll(kinds.Select(kind => Send(page, person, kind, settings, cancellation)));
        await store.Keep(page.Id, tested, cancellation);
        return page with { Channels = tested };
    }

    private async Task<TestedChannel> Send(TestPage page, Person person, string kind, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var briefing = Briefing(person, settings);
        if (!channels.CanSend(kind, briefing.Team))
        {
            return new TestedChannel(kind, $"this installation cannot send by {kind}", CanBeConfirmed: false);
        }

        var link = await links.MintReceipt(new TestReceipt(page.Id, kind), person.Id, person.Name, cancellation);
        var outcome = await channels.Page(
            kind, new Notification.TestPage { Briefing = briefing, To = [person], Link = link, AsksLoud = page.AsksLoud, Key = $"TEST.{page.Id}.{kind}" }, cancellation);
        return new TestedChannel(kind, Failure(outcome), CanBeConfirmed: link is not null);
    }

    private static IReadOnlyList<string> Kinds(Person person, bool allChannels, bool asleep, OnCallConfiguration settings)
    {
        var kinds = allChannels ? settings.NextChannels(person) : Usual(person, settings);
        return asleep ? [.. kinds.Where(ContactMethods.Wakes)] : kinds;
    }

    private static string[] Usual(Person person, OnCallConfiguration settings) => [.. settings.RulesFor(person, Urgency.High).Select(rule => rule.Channel).Distinct()];

    private static string? Failure(DeliveryResult outcome) => outcome switch
    {
        DeliveryResult.Rejected failed => failed.Answer,
        DeliveryResult.RetryLater later => $"not now: {later.Answer}",
        DeliveryResult.Unknown unknown => $"no answer, it may have arrived: {unknown.Answer}",
        _ => null,
    };

    /// <summary>Channels know incidents; this one has no number, is stored nowhere and rings as loud as a real one.</summary>
    private NotificationContent Briefing(Person person, OnCallConfiguration settings) => new()
    {
        Incident = new Incident
        {
            Number = new IncidentNumber(0),
            Severity = Severity.Sev4,
            Urgency = Urgency.High,
            Service = CatchAll.Id,
            Title = "TEST, nobody needs to act",
            Source = IncidentSource.Declared,
            TriggeredAt = clock.Now(),
        },
        ServiceName = "Test page",
        Team = settings.TeamChannelOf(settings.CatchAll.Service),
        Paged = briefer.People([person.Id], settings),
    };

    private const int IdBytes = 12;
}
