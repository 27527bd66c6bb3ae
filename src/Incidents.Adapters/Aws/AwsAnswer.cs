using System.Net.Http.Headers;

namespace Incidents.Adapters.Aws;

/// <summary>The answer to an action that succeeded.</summary>
public sealed class AwsAnswer(byte[] body, HttpResponseHeaders headers)
{
    /// <summary>As it came.</summary>
    public byte[] Body { get; } = body;

    /// <summary>The first value of a header; null when there is none.</summary>
    public string? Header(string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
