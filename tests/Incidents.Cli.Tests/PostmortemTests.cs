using System.Reflection;
using Incidents.Application.Store;
using Incidents.Cli.Commands;
using Incidents.Domain.Incidents;

namespace Incidents.Cli.Tests;

public sealed class PostmortemTests
{
    private readonly IIncidentStore store = DispatchProxy.Create<IIncidentStore, Drafts>();

    [Fact]
    public async Task V26_Postmortem_OfATable_PrintsTheDraftAsItIs()
    {
        var number = new IncidentNumber(1);
        ((Drafts)(object)store).Kept[number] = "# INC-1: it broke";
        using var output = new StringWriter();

        Assert.Equal((0, "# INC-1: it broke\n"), (await PostmortemCommand.Read(store, number, output, default), output.ToString()));
    }

    [Fact]
    public async Task V26_Postmortem_WhenThereIsNone_Fails_AndPrintsNothing()
    {
        using var output = new StringWriter();

        Assert.Equal((1, ""), (await PostmortemCommand.Read(store, new IncidentNumber(7), output, default), output.ToString()));
    }

    /// <summary>A store that has drafts and nothing else.</summary>
    public class Drafts : DispatchProxy
    {
        public Dictionary<IncidentNumber, string> Kept { get; } = [];

        protected override object Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.Name switch
        {
            nameof(IIncidentStore.Postmortem) => Task.FromResult(Kept.GetValueOrDefault((IncidentNumber)args![0]!)),
            nameof(IIncidentStore.Load) => Task.FromResult<IncidentRecord?>(null),
            var other => throw new NotSupportedException(other),
        };
    }
}
