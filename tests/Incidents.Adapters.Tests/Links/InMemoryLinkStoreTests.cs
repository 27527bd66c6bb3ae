using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application.Links;

namespace Incidents.Adapters.Tests.Links;

public sealed class InMemoryLinkStoreTests : LinkStoreContract
{
    private protected override Task<ILinkStore> Prepare() => Task.FromResult<ILinkStore>(new InMemoryLinkStore());
}
