namespace Incidents.Application.Alarms.Sns;

/// <summary>A POST as it reached the endpoint SNS delivers to, or as it is about to leave for one.</summary>
public sealed class SnsRequest
{
    private readonly ILookup<string, string> headers;

    /// <summary>Takes a request whose body is already bytes.</summary>
    /// <param name="headers">One pair for each header line; names in any case.</param>
    /// <param name="body">The bytes on the wire.</param>
    public SnsRequest(IEnumerable<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body)
    {
        Headers = [.. headers];
        Body = body;
        this.headers = Headers.ToLookup(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Header lines as they came.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    /// <summary>The bytes that hold the envelope.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The value of a header that is there once; null when it is missing or there more often.</summary>
    internal string? Header(string name) => headers[name].Take(2).ToArray() is [var only] ? only : null;

    internal bool Has(string name) => headers.Contains(name);
}
