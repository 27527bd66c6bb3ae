using Incidents.Adapters.InMemory;
using Incidents.Application.Store;
using Incidents.Cli.Commands;
using Incidents.Domain.Incidents;

namespace Incidents.Cli.Tests;

public sealed class PostmortemTests
{
    private readonly IIncidentStore store = new InMemoryIncidentStore();

    [Fact]
    public async Task V26_Postmortem_OfATable_PrintsTheDraftAsItIs()
    {
        var number = new IncidentNumber(1);
        await store.SavePostmortem(number, "# INC-1: it broke", default);
        using var output = new StringWriter();

        Assert.Equal((0, "# INC-1: it broke\n"), (await PostmortemCommand.Read(store, number, output, default), output.ToString()));
    }

    [Fact]
    public async Task V26_Postmortem_WhenThereIsNone_Fails_AndPrintsNothing()
    {
        using var output = new StringWriter();

        Assert.Equal((1, ""), (await PostmortemCommand.Read(store, new IncidentNumber(7), output, default), output.ToString()));
    }
}
