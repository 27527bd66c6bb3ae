namespace Incidents.EndToEnd.Tests.Up;

/// <summary>`up` beside a collector.</summary>
public class OtlpSpansTests
{
    private static readonly string[] Way = ["ReceiveAlarm", "receive", "load", "decide", "store", "channel slack"];

    [Fact]
    public async Task AnAlarm_IsOneTrace_FromReceivingToTheChannel_WithItsIncident()
    {
        await using var collector = await Collector.Start();
        using var sandbox = new Sandbox { Environment = { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address } };
        var up = await sandbox.UpProcess();
        await sandbox.Run("alarm", "checkout", "--data", sandbox.Data);
        await Sandbox.Terminate(up);

        var begin = Assert.Single(collector.Spans, span => span.Name == "ReceiveAlarm");
        Assert.Equal("", begin.Parent);
        var trace = collector.Spans.Where(span => span.Trace == begin.Trace).ToList();
        Assert.Subset(trace.Select(span => span.Name).ToHashSet(), Way.ToHashSet());
        Assert.All(trace.Where(span => span.Parent.Length > 0), span => Assert.Contains(trace, other => other.Id == span.Parent));
        Assert.All(
            trace.Where(span => span.Name is "receive" or "decide" or "store" or "channel slack"),
            span => Assert.Equal("INC-1", span.Attributes["incident_id"]));
    }

    [Fact]
    public async Task ACollectorThatIsGone_KeepsNoAlarm_AndNoExit()
    {
        using var sandbox = new Sandbox { Environment = { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9" } };
        var up = await sandbox.UpProcess();

        Assert.Equal(0, (await sandbox.Run("alarm", "checkout", "--data", sandbox.Data)).ExitCode);
        Assert.InRange(await Sandbox.Terminate(up), TimeSpan.Zero, TimeSpan.FromSeconds(8));
    }
}
