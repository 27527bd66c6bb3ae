using Incidents.Application.Store;
using Incidents.Domain;
using NodaTime;

namespace Incidents.Application.TestPages;

/// <summary>Where test pages are kept, for a week.</summary>
/// <remarks>Calls that cannot be answered throw <see cref="StoreUnavailableException"/>.</remarks>
public interface ITestPageStore
{
    /// <summary>Claims a test: of several who begin the same one, one is to send it.</summary>
    Task<SaveResult> Begin(TestPage page, CancellationToken cancellation);

    /// <summary>Keeps what became of it on each channel.</summary>
    Task Keep(string id, IReadOnlyList<TestedChannel> channels, CancellationToken cancellation);

    /// <summary>Keeps that a channel's message was confirmed; the first time counts.</summary>
    Task Receive(string id, string channel, Instant at, CancellationToken cancellation);

    /// <summary>Keeps whether a channel's message was loud; the first time counts.</summary>
    Task Judge(string id, string channel, bool wasLoud, CancellationToken cancellation);

    /// <summary>Keeps that a person has confirmed a test, for longer than the test itself.</summary>
    /// <param name="person">Id of the person.</param>
    Task Confirm(PersonId person, Instant at, CancellationToken cancellation);

    /// <summary>When each person confirmed a test last, by id; without those who never have.</summary>
    Task<IReadOnlyDictionary<string, Instant>> LastConfirmed(CancellationToken cancellation);

    /// <summary>Claims the warning that nothing was confirmed.</summary>
    Task<SaveResult> MarkWarned(string id, CancellationToken cancellation);

    /// <summary>The test with all receipts; null when there is none, or it was long ago.</summary>
    Task<TestPage?> Find(string id, CancellationToken cancellation);
}
