using Incidents.Functions.Telemetry;

namespace Incidents.Functions.Tests;

public sealed class InvocationTelemetryTests
{
    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(ObjectDisposedException))]
    [InlineData(typeof(UnauthorizedAccessException))]
    [InlineData(typeof(NotSupportedException))]
    [InlineData(typeof(InvalidOperationException))]
    public void V51_Invocation_WhenItsReportThrowsAnything_IsDone(Type thrown)
    {
        var invocations = new InvocationTelemetry(() => throw Of(thrown), () => throw Of(thrown));

        Assert.Null(Record.Exception(() => invocations.Begin("ReceiveAlarm").Dispose()));
    }

    private static Exception Of(Type type) => (Exception)(type == typeof(ObjectDisposedException) ? new ObjectDisposedException("output") : Activator.CreateInstance(type)!);
}
