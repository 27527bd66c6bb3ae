using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>Turns the bytes of an event into its type, and an answer into bytes.</summary>
public abstract class AbstractLambdaJsonSerializer
{
    private protected abstract JsonSerializerContext Context { get; }

    public T Deserialize<T>(Stream requestStream) => (T)JsonSerializer.Deserialize(requestStream, typeof(T), Context);

    public void Serialize<T>(T response, Stream responseStream) =>
        JsonSerializer.Serialize(responseStream, response, typeof(T), Context);
}
