using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Incidents.Adapters.Tracing;
using Incidents.Application.Tracing;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.Tests.Tracing;

/// <summary>Listens where X-Ray's daemon would, and holds what arrives against the documented schema of segment documents.</summary>
public sealed class XRaySpansTests : IDisposable
{
    private const string Trace = "1-5759e988-bd862e3fe1be46a994272793";
    private const string Parent = "53995c3f42cd8ad8";

    private readonly UdpClient daemon = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly XRaySpans spans;

    public XRaySpansTests() => spans = new XRaySpans(daemon.Client.LocalEndPoint!.ToString());

    public void Dispose()
    {
        spans.Dispose();
        daemon.Dispose();
    }

    [Fact]
    public void Send_OfAnInvocationWithAStep_SendsBothAsSubsegmentsOfTheTrace()
    {
        using (Begin("Sampled=1"))
        {
            Spans.Begin("channel slack", new IncidentNumber(142), outside: true)!.Dispose();
        }

        spans.Send();

        var step = Receive();
        var function = Receive();
        Assert.Equal(("channel slack", "ReceiveAlarm"), (Text(step, "name"), Text(function, "name")));
        Assert.Equal((Text(function, "id"), Parent), (Text(step, "parent_id"), Text(function, "parent_id")));
        Assert.Equal("INC-142", step.GetProperty("annotations").GetProperty("incident_id").GetString());
        Assert.Equal("remote", Text(step, "namespace"));
        Assert.False(function.TryGetProperty("annotations", out _));
        Assert.False(step.TryGetProperty("fault", out _));
        Assert.InRange(step.GetProperty("start_time").GetDecimal(), function.GetProperty("start_time").GetDecimal(), step.GetProperty("end_time").GetDecimal());
    }

    [Fact]
    public void AStepThatFails_IsFlagged_WithoutTheWordsOfTheFailure()
    {
        using (Begin("Sampled=1"))
        using (var step = Spans.Begin("store"))
        {
            step.Fail(new InvalidOperationException("xoxb-1234-secret"));
        }

        spans.Send();

        var failed = Receive();
        Assert.True(failed.GetProperty("fault").GetBoolean());
        var exception = Assert.Single(failed.GetProperty("cause").GetProperty("exceptions").EnumerateArray());
        Assert.Matches("^[0-9a-f]{16}$", Text(exception, "id"));
        Assert.Equal("InvalidOperationException", Text(exception, "type"));
        Assert.DoesNotContain("xoxb", failed.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sampled=0")]
    [InlineData("Sampled=?")]
    [InlineData("")]
    public void ATraceThatIsNotKept_SendsNothing_AndHasNoId(string sampled)
    {
        using (Begin(sampled))
        {
            Assert.Null(Spans.Begin("store"));
            Assert.Null(Spans.CurrentTrace);
        }

        spans.Send();

        Assert.Equal(0, daemon.Available);
    }

    [Fact]
    public void CurrentTrace_IsTheOneLambdaNamed()
    {
        using var invocation = Begin("Sampled=1");

        Assert.Equal(Trace, TraceHeader.Format(Spans.CurrentTrace!));
    }

    [Fact]
    public void Send_ToNobody_DoesNotFail()
    {
        daemon.Dispose();
        using (Begin("Sampled=1"))
        {
            Spans.Begin("store")?.Dispose();
        }

        spans.Send();
        spans.Send();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1")]
    [InlineData("Root=1-5759e988-bd86;Parent=53995c3f42cd8ad8;Sampled=1")]
    [InlineData("Root=2-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1")]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995C3F42CD8AD8;Sampled=1")]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=0000000000000000;Sampled=1")]
    public void Read_OfAHeaderThatIsIncomplete_IsNoTrace(string? header) => Assert.Null(TraceHeader.Read(header));

    private static Activity? Begin(string sampled) => Spans.Continue("ReceiveAlarm", TraceHeader.Read($"Root={Trace};Parent={Parent};{sampled};Lineage=a:0")!.Value);

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    /// <summary>The required fields of an independent subsegment, their forms, and no field that is not documented.</summary>
    private JsonElement Receive()
    {
        daemon.Client.ReceiveTimeout = 5_000;
        var from = new IPEndPoint(IPAddress.Any, 0);
        var datagram = Encoding.UTF8.GetString(daemon.Receive(ref from)).Split('\n');
        Assert.Equal(2, datagram.Length);
        Assert.Equal("""{"format":"json","version":1}""", datagram[0]);

        var document = JsonDocument.Parse(datagram[1]).RootElement;
        Assert.Equal("subsegment", Text(document, "type"));
        Assert.Equal(Trace, Text(document, "trace_id"));
        Assert.Matches("^[0-9a-f]{16}$", Text(document, "id"));
        Assert.Matches("^[0-9a-f]{16}$", Text(document, "parent_id"));
        Assert.Matches(@"^[\p{L}\p{N}\s_.:/%&#=+\\\-@]{1,200}$", Text(document, "name"));
        Assert.Matches(@"^[0-9]{10}(\.[0-9]{1,6})?$", document.GetProperty("start_time").GetRawText());
        Assert.Matches(@"^[0-9]{10}(\.[0-9]{1,6})?$", document.GetProperty("end_time").GetRawText());
        Assert.Empty(document.EnumerateObject().Select(p => p.Name).Except(
            ["name", "id", "type", "trace_id", "parent_id", "start_time", "end_time", "namespace", "fault", "cause", "annotations"]));
        return document;
    }
}
