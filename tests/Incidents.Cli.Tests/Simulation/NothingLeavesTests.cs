using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using NodaTime;
using static Incidents.Cli.Tests.Simulation.Histories;

namespace Incidents.Cli.Tests.Simulation;

/// <summary>Hears what the whole process does, so no other test may run beside it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
[Collection(Name)]
public class NothingLeavesTests
{
    private const string Name = "hears the network";

    [Fact]
    public async Task ASimulation_OpensNoConnection()
    {
        using var network = new NetworkListener();

        var report = await Replay(Change("checkout-5xx", "ALARM", Night), Change("checkout-5xx", "OK", Night + Duration.FromHours(2)));

        Assert.NotEmpty(report.Pages);
        Assert.DoesNotContain(network.Seen, address => !address.Contains("127.0.0.1", StringComparison.Ordinal) && !address.Contains("localhost", StringComparison.Ordinal));
    }

    /// <summary>Hears of every connection the process begins, whoever begins it.</summary>
    private sealed class NetworkListener : EventListener
    {
        public ConcurrentQueue<string> Seen { get; } = new();

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name is "System.Net.Sockets" or "System.Net.NameResolution" or "System.Net.Http")
            {
                EnableEvents(eventSource, EventLevel.Informational);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName is "ConnectStart" or "ResolutionStart" or "RequestStart")
            {
                Seen.Enqueue(string.Join(' ', eventData.Payload ?? (IReadOnlyList<object?>)[]));
            }
        }
    }
}
