using System.Text.Json;
using Incidents.Adapters.Aws;

namespace Incidents.Adapters.CommandLine.Inspection;

/// <summary>Reads which parameters there are; a value only where it is asked for.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html</remarks>
public sealed class ParameterReader(AwsAccount account)
{
    private const int MostNames = 10;

    /// <summary>The type of each parameter that exists, such as `SecureString`. Nothing is decrypted.</summary>
    /// <exception cref="UnreportedException">They could not be learnt.</exception>
    public async Task<IReadOnlyDictionary<string, string>> Kinds(IEnumerable<string> names, CancellationToken cancellation)
    {
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var some in names.Distinct().Chunk(MostNames))
        {
            using var answer = await Ask(some, decrypt: false, cancellation);
            foreach (var parameter in answer.RootElement.Items("Parameters"))
            {
                kinds[parameter.Text("Name") ?? ""] = parameter.Text("Type") ?? "";
            }
        }

        return kinds;
    }

    /// <summary>The secret itself; null when there is none of that name.</summary>
    /// <exception cref="UnreportedException">It could not be read.</exception>
    public async Task<string?> Secret(string name, CancellationToken cancellation)
    {
        using var answer = await Ask([name], decrypt: true, cancellation);
        return answer.RootElement.Items("Parameters").Select(parameter => parameter.Text("Value")).FirstOrDefault();
    }

    private Task<JsonDocument> Ask(string[] names, bool decrypt, CancellationToken cancellation)
    {
        var call = AwsCall.Json10("AmazonSSM.GetParameters", json =>
        {
            json.WriteStartArray("Names");
            foreach (var name in names)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            json.WriteBoolean("WithDecryption", decrypt);
        });
        return account.Json(AwsService.Parameters, "GetParameters", call with { ContentType = "application/x-amz-json-1.1" }, cancellation);
    }
}
