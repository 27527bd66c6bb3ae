using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Incidents.Adapters.CommandLine.Api;

/// <summary>The REST API and the SNS endpoint of an incident manager, as its command line uses them.</summary>
public sealed class IncidentsApi : IDisposable
{
    private readonly HttpClient http;

    /// <param name="address">Where it listens.</param>
    /// <param name="token">Bearer token of the API; never shown.</param>
    public IncidentsApi(Uri address, string token)
        : this(address, token, new SocketsHttpHandler { AllowAutoRedirect = false })
    {
    }

    /// <inheritdoc cref="IncidentsApi(Uri, string)" />
    /// <param name="way">How it is reached where no socket leads there.</param>
    public IncidentsApi(Uri address, string token, HttpMessageHandler way)
    {
        http = new HttpClient(way) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("incidents-cli/1");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Reads something.</summary>
    /// <exception cref="ApiUnreachableException">Nothing answers.</exception>
    /// <exception cref="ApiRefusedException">It answers that it will not.</exception>
    public Task<JsonElement> Get(string path, CancellationToken cancellation) => Send(HttpMethod.Get, path, content: null, cancellation);

    /// <summary>Reads a text.</summary>
    /// <exception cref="ApiUnreachableException">Nothing answers.</exception>
    /// <exception cref="ApiRefusedException">It answers that it will not.</exception>
    public Task<string> GetText(string path, CancellationToken cancellation) => Send(HttpMethod.Get, path, content: null, Encoding.UTF8.GetString, cancellation);

    /// <summary>Asks for a change.</summary>
    /// <exception cref="ApiUnreachableException">Nothing answers.</exception>
    /// <exception cref="ApiRefusedException">It answers that it will not.</exception>
    public Task<JsonElement> Post(string path, JsonObject body, CancellationToken cancellation) =>
        Send(HttpMethod.Post, path, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), cancellation);

    /// <summary>Asks for something to be taken away.</summary>
    /// <exception cref="ApiUnreachableException">Nothing answers.</exception>
    /// <exception cref="ApiRefusedException">It answers that it will not.</exception>
    public Task<JsonElement> Delete(string path, JsonObject body, CancellationToken cancellation) =>
        Send(HttpMethod.Delete, path, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), cancellation);

    /// <summary>Delivers a notification as SNS does.</summary>
    /// <param name="envelope">The signed envelope.</param>
    /// <param name="headers">The headers SNS sends with it, the content type among them.</param>
    /// <exception cref="ApiUnreachableException">Nothing answers.</exception>
    /// <exception cref="ApiRefusedException">It answers that it will not.</exception>
    public Task<JsonElement> DeliverNotification(ReadOnlyMemory<byte> envelope, IEnumerable<KeyValuePair<string, string>> headers, CancellationToken cancellation)
    {
        var content = new ReadOnlyMemoryContent(envelope);
        foreach (var (name, value) in headers)
        {
            content.Headers.TryAddWithoutValidation(name, value);
        }

        return Send(HttpMethod.Post, "sns", content, cancellation);
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private Task<JsonElement> Send(HttpMethod method, string path, HttpContent? content, CancellationToken cancellation) => Send(
        method, path, content, body => Parse(body) ?? throw new ApiRefusedException(200, new ApiRefusal($"{http.BaseAddress} answers with what is no JSON: is it an incident manager?")), cancellation);

    private async Task<T> Send<T>(HttpMethod method, string path, HttpContent? content, Func<byte[], T> read, CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(method, path) { Content = content };
            using var response = await http.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            return response.IsSuccessStatusCode
                ? read(body)
                : throw new ApiRefusedException(
                    (int)response.StatusCode,
                    ApiRefusal.Read(Parse(body)) ?? new ApiRefusal($"{http.BaseAddress} answered with {(int)response.StatusCode} and no reason: is it an incident manager, and of the same version?"));
        }
        catch (HttpRequestException unreachable)
        {
            throw new ApiUnreachableException(unreachable);
        }
        catch (TaskCanceledException timeout) when (!cancellation.IsCancellationRequested)
        {
            throw new ApiUnreachableException(timeout);
        }
    }

    /// <summary>An empty body is an object without properties; null when it is no JSON.</summary>
    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body.Length == 0 ? "{}"u8.ToArray() : body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Nothing answers at the address.</summary>
public sealed class ApiUnreachableException(Exception inner) : Exception("no answer", inner);

/// <summary>The API answers that it will not. The message is what is wrong, in the API's words.</summary>
public sealed class ApiRefusedException(int status, ApiRefusal refusal) : Exception(refusal.Title)
{
    /// <summary>HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>Why, by name.</summary>
    public ApiRefusal Refusal { get; } = refusal;
}
