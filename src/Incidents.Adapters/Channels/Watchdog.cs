using Incidents.Adapters.Http;
using Incidents.Application.Heartbeats;

namespace Incidents.Adapters.Channels;

/// <summary>Posts to the address that watches this installation. Any 2xx takes it.</summary>
/// <remarks>The secret is the address alone; or `{"url": …, "token": …}`, where the other side asks for a bearer token as the API of this product does.</remarks>
public sealed class Watchdog(ChannelSecrets secrets, ChannelLimits limits) : IDisposable
{
    private readonly OutgoingHttp http = new(limits.Connect, limits.Loopback);

    /// <summary>A <see cref="CallWatchdog"/>.</summary>
    public async Task<string?> Beat(string secret, CancellationToken cancellation)
    {
        var found = await secrets.Read(secret, cancellation);
        if (found.Secret is not { } text)
        {
            return $"{secret}: {found.Code}";
        }

        if (secrets.Address(secret, JsonBody.Field(text, "url") ?? text, limits.Loopback) is not { } address)
        {
            return $"{secret}: watchdog_url_refused";
        }

        KeyValuePair<string, string>[] headers = JsonBody.Field(text, "token") is { Length: > 0 } token ? [new("Authorization", $"Bearer {token}")] : [];
        return await http.Post(address, "application/json", ReadOnlyMemory<byte>.Empty, limits.Post, cancellation, headers) switch
        {
            Reply.Answered { Status: >= 200 and < 300 } => null,
            Reply.Answered answered => $"{secret}: its address answers {answered.Status}",
            Reply.NeverSent => $"{secret}: its address cannot be reached",
            _ => $"{secret}: its address gives no answer",
        };
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();
}
