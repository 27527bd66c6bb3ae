using Incidents.Domain;

namespace Incidents.Application.TestPages;

/// <summary>A test page that a host without channels was asked for: the next tick of the installation sends it.</summary>
/// <param name="Id">Of the test page it becomes.</param>
/// <param name="Person">Id of the person.</param>
/// <param name="AllChannels">Every channel by which they can be reached, not only those of their rules for urgent pages.</param>
/// <param name="Asleep">Only the channels that can wake them.</param>
public sealed record AskedTest(string Id, PersonId Person, bool AllChannels, bool Asleep);

/// <summary>Leaves a test page to the next tick. Only hosts that send nothing themselves have it.</summary>
/// <exception cref="Store.StoreUnavailableException">It is not kept.</exception>
public delegate Task LeaveTest(AskedTest test, CancellationToken cancellation);
