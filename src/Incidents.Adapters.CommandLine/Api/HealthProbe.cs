using System.Text.Json;
using Incidents.Adapters.Aws;

namespace Incidents.Adapters.CommandLine.Api;

/// <summary>What `/healthz` answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="IsLate">The tick has not come round for three minutes.</param>
/// <param name="SweepAge">How long ago the last sweep was; null when the answer does not say, which it does not while the store is down.</param>
/// <param name="Skew">How far the other clock is ahead of this one, to about a second; null when the answer has no date.</param>
public sealed record HealthAnswer(int Status, bool IsLate, TimeSpan? SweepAge, TimeSpan? Skew)
{
    /// <summary>The store answers and takes no writes.</summary>
    public bool IsUnwritable { get; init; }
}

/// <summary>Asks an incident manager how it is.</summary>
public static class HealthProbe
{
    private const int MostBytes = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>Null when nothing answers within five seconds.</returns>
    public static async Task<HealthAnswer?> Ask(Uri address, TimeProvider clock, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience, MaxResponseContentBufferSize = MostBytes };
        try
        {
            using var response = await http.GetAsync(new Uri(address, "healthz"), cancellation);
            var (status, age) = Read(await response.Content.ReadAsByteArrayAsync(cancellation));
            return new HealthAnswer((int)response.StatusCode, status == "late", age, response.Headers.Date is { } date ? date - clock.GetUtcNow() : null) { IsUnwritable = status == "unwritable" };
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private static (string? Status, TimeSpan? Age) Read(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            return (
                root.Text("status"),
                root.Part("secondsAgo") is { ValueKind: JsonValueKind.Number } ago && ago.TryGetInt32(out var seconds) ? TimeSpan.FromSeconds(seconds) : null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, null);
        }
    }
}
