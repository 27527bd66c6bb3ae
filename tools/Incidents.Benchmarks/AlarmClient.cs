using System.Net.Http.Headers;
using System.Text;

namespace Incidents.Benchmarks;

/// <summary>Posts alarms to the API as fast as it takes them.</summary>
public sealed class AlarmClient : IDisposable
{
    private readonly HttpClient http;

    /// <param name="address">Where the API listens.</param>
    /// <param name="token">Its bearer token; never shown.</param>
    public AlarmClient(Uri address, string token)
    {
        http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Returns once the alarm is accepted. Throws <see cref="HttpRequestException"/> when it is not.</summary>
    public async Task Post(string alarm, CancellationToken cancellation)
    {
        using var content = new StringContent(alarm, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync("api/v1/alarms", content, cancellation);
        response.EnsureSuccessStatusCode();
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();
}
