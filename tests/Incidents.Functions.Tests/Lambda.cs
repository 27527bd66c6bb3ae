using System.Text;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Incidents.Functions.Tests;

/// <summary>Reads an event as Lambda's bootstrap does: with the serializer that the assembly names.</summary>
internal static class Lambda
{
    private static readonly SourceGeneratorLambdaJsonSerializer<LambdaJson> Serializer = new();

    public static T Event<T>(string payload) => Read<T>(Payload.Text(payload));

    public static T Read<T>(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return Serializer.Deserialize<T>(stream);
    }

    public static string Write<T>(T answer)
    {
        using var stream = new MemoryStream();
        Serializer.Serialize(answer, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
