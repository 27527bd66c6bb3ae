using System.Text;
using System.Text.Json;
using Incidents.Adapters.Metrics;
using Incidents.Application.Measuring;
using Microsoft.Extensions.Time.Testing;

namespace Incidents.Adapters.Tests.Metrics;

/// <summary>Held against the schema in the specification of the embedded metric format.</summary>
public sealed class EmbeddedMetricsTests : IDisposable
{
    private readonly MemoryStream output = new();
    private readonly EmbeddedMetrics metrics;

    public EmbeddedMetricsTests() => metrics = new EmbeddedMetrics(output, "incidents-test", new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1_789_442_400_123)));

    public void Dispose() => output.Dispose();

    [Fact]
    public void Flush_OfNothing_WritesNothing()
    {
        metrics.Flush();

        Assert.Empty(output.ToArray());
    }

    [Fact]
    public void Flush_WritesOneLine_WithEveryMetricAndItsValues()
    {
        metrics.Count(MetricNames.PagesSent);
        metrics.Count(MetricNames.PagesSent, 2);
        metrics.Seconds(MetricNames.AlarmToPageSeconds, 1.25);
        metrics.Seconds(MetricNames.AlarmToPageSeconds, 3);
        metrics.Flush();

        var line = Valid(Assert.Single(Lines()));
        Assert.Equal(1_789_442_400_123, line.GetProperty("_aws").GetProperty("Timestamp").GetInt64());
        Assert.Equal(3, line.GetProperty("PagesSent").GetInt32());
        Assert.Equal([1.25, 3], line.GetProperty("AlarmToPageSeconds").EnumerateArray().Select(v => v.GetDouble()));
    }

    [Fact]
    public async Task V51_Count_WhenTheOutputStandsStill_DoesNotWait()
    {
        using var pipe = new StandingStill();
        var measured = new EmbeddedMetrics(pipe, "incidents-test", TimeProvider.System);
        measured.Count(MetricNames.PagesSent);
        var flushing = Task.Run(measured.Flush);
        Assert.True(pipe.Entered.Wait(TimeSpan.FromSeconds(10)));

        var counting = Task.Run(() =>
        {
            measured.Count(MetricNames.PagesSent);
            measured.Seconds(MetricNames.AlarmToPageSeconds, 1);
        });

        await counting.WaitAsync(TimeSpan.FromSeconds(10));
        pipe.GoOn.Set();
        await flushing.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Flush_Again_WritesOnlyWhatIsNew()
    {
        metrics.Count(MetricNames.Repairs);
        metrics.Flush();
        metrics.Flush();

        Assert.Single(Lines());
    }

    [Fact]
    public void Flush_OfMoreValuesThanALineMayHold_WritesAllOfThemOnSeveral()
    {
        metrics.Count(MetricNames.PagesSent, 7);
        for (var i = 0; i < 250; i++)
        {
            metrics.Seconds(MetricNames.TickLatenessSeconds, i);
        }

        metrics.Flush();

        var lines = Lines().ConvertAll(Valid);
        Assert.Equal([100, 100, 50], lines.Select(l => l.GetProperty("TickLatenessSeconds").GetArrayLength()));
        Assert.Single(lines, l => l.TryGetProperty("PagesSent", out _));
    }

    [Fact]
    public void Seconds_ThatAreNegative_CountAsNone()
    {
        metrics.Seconds(MetricNames.AlarmToPageSeconds, -4);
        metrics.Flush();

        Assert.Equal(0, Valid(Lines()[0]).GetProperty("AlarmToPageSeconds")[0].GetDouble());
    }

    private List<string> Lines() => [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    private static JsonElement Valid(string line)
    {
        var root = JsonDocument.Parse(line).RootElement;
        var aws = root.GetProperty("_aws");
        Assert.Equal(["Timestamp", "CloudWatchMetrics"], aws.EnumerateObject().Select(p => p.Name));
        var directive = Assert.Single(aws.GetProperty("CloudWatchMetrics").EnumerateArray());
        Assert.Equal(["Namespace", "Dimensions", "Metrics"], directive.EnumerateObject().Select(p => p.Name));
        Assert.Equal("Incidents", directive.GetProperty("Namespace").GetString());
        Assert.Equal(["Stack"], Assert.Single(directive.GetProperty("Dimensions").EnumerateArray()).EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("incidents-test", root.GetProperty("Stack").GetString());

        var named = directive.GetProperty("Metrics").EnumerateArray().ToList();
        Assert.InRange(named.Count, 1, 100);
        Assert.All(named, m => Assert.Contains(m.GetProperty("Unit").GetString(), new[] { "Count", "Seconds" }));
        Assert.Equal(
            named.Select(m => m.GetProperty("Name").GetString()).Order(StringComparer.Ordinal),
            root.EnumerateObject().Select(p => p.Name).Where(name => name is not ("_aws" or "Stack")).Order(StringComparer.Ordinal));
        Assert.All(root.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array), p => Assert.InRange(p.Value.GetArrayLength(), 1, 100));
        return root;
    }

    /// <summary>What a reader that has stopped reading makes of a pipe.</summary>
    private sealed class StandingStill : MemoryStream
    {
        public ManualResetEventSlim Entered { get; } = new();

        public ManualResetEventSlim GoOn { get; } = new();

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Entered.Set();
            GoOn.Wait(TimeSpan.FromSeconds(30));
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    }
}
