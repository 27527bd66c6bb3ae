using System.Text.Json;

namespace Incidents.Adapters.Aws;

/// <summary>Reads parameters by their exact names; those that do not exist are missing from the answer.</summary>
/// <exception cref="AwsCallException">Nothing could be read.</exception>
public delegate Task<IReadOnlyDictionary<string, string>> ReadParameters(IEnumerable<string> names, CancellationToken cancellation);

/// <summary>AWS Systems Manager Parameter Store, encrypted parameters included.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html</remarks>
public sealed class SsmParameters(AwsClient client)
{
    private const int MostNames = 10;

    /// <inheritdoc cref="ReadParameters" />
    public async Task<IReadOnlyDictionary<string, string>> Get(IEnumerable<string> names, CancellationToken cancellation)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var bytes in await Task.WhenAll(names.Distinct().Chunk(MostNames).Select(some => Ask(some, cancellation))))
        {
            using var answer = JsonDocument.Parse(bytes);
            foreach (var parameter in answer.RootElement.GetProperty("Parameters").EnumerateArray())
            {
                found[parameter.GetProperty("Name").GetString()!] = parameter.GetProperty("Value").GetString()!;
            }
        }

        return found;
    }

    /// <summary>Retries a read once, without a pause: the caller needs the secret to send a page.</summary>
    private Task<byte[]> Ask(string[] names, CancellationToken cancellation) => client.SendTwice(AwsCall.Json("AmazonSSM.GetParameters", Request(names)), cancellation);

    private static byte[] Request(string[] names)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartArray("Names");
            foreach (var name in names)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            json.WriteBoolean("WithDecryption", true);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
