using System.Collections.Concurrent;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Incidents.Adapters.Aws;

namespace Incidents.Adapters.CommandLine.Inspection;

/// <summary>Asks the services of one account and region what is there. It changes nothing: every action it is given only reads.</summary>
/// <param name="endpoint">Where a service answers.</param>
/// <param name="patience">Of one question; null for ten seconds.</param>
/// <param name="pause">Between two tries of one that was throttled; twice as long each time. Null for half a second.</param>
public sealed class AwsAccount(Func<AwsService, AwsEndpoint> endpoint, GetAwsCredentials credentials, TimeProvider clock, TimeSpan? patience = null, TimeSpan? pause = null) : IDisposable
{
    /// <summary>A page of alarms may be megabytes long.</summary>
    private const int LargestAnswer = 8 * 1024 * 1024;

    private const int MostTries = 4;

    private readonly ConcurrentDictionary<AwsService, AwsClient> clients = new();

    /// <exception cref="UnreportedException">The call failed, or its answer is no JSON.</exception>
    public async Task<JsonDocument> Json(AwsService service, string action, AwsCall call, CancellationToken cancellation)
    {
        try
        {
            return JsonDocument.Parse(await Ask(service, action, call, cancellation));
        }
        catch (JsonException odd)
        {
            throw new UnreportedException(service.Action(action), "no_json", odd);
        }
    }

    /// <summary>The query protocol, whose answers are XML.</summary>
    /// <exception cref="UnreportedException">The call failed, or its answer is no XML.</exception>
    public async Task<XElement> Xml(AwsService service, string version, string action, CancellationToken cancellation, params IEnumerable<KeyValuePair<string, string>> fields)
    {
        var call = AwsCall.Query([new("Action", action), new("Version", version), .. fields]);
        try
        {
            using var bytes = new MemoryStream(await Ask(service, action, call, cancellation));
            using var reader = XmlReader.Create(bytes);
            return XElement.Load(reader);
        }
        catch (XmlException odd)
        {
            throw new UnreportedException(service.Action(action), "no_xml", odd);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }
    }

    private async Task<byte[]> Ask(AwsService service, string action, AwsCall call, CancellationToken cancellation)
    {
        var client = clients.GetOrAdd(service, asked => new AwsClient(endpoint(asked), credentials, clock, patience ?? TimeSpan.FromSeconds(10), LargestAnswer));
        var wait = pause ?? TimeSpan.FromMilliseconds(500);
        for (var attempt = 1; ; attempt++, wait *= 2)
        {
            try
            {
                return await client.Send(call, cancellation);
            }
            catch (AwsCallException failure) when (failure is { MayPass: true, Code: not ("no_answer" or "unreachable") } && attempt < MostTries)
            {
                await Task.Delay(wait, clock, cancellation);
            }
            catch (AwsCallException failure)
            {
                throw new UnreportedException(service.Action(action), failure.Code, failure);
            }
        }
    }
}
