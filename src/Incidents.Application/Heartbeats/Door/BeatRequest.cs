namespace Incidents.Application.Heartbeats.Door;

/// <summary>A beat as it arrived, before anything of it is believed. Its body is not read: a beat has none.</summary>
/// <param name="Name">Of the heartbeat, as it stood in the address.</param>
/// <param name="Authorization">The header of that name; null when there is none.</param>
/// <param name="ContentType">As sent; null when there was none.</param>
/// <param name="HasBody">Whether there is a body, whatever is in it.</param>
public sealed record BeatRequest(string Name, string? Authorization, string? ContentType, bool HasBody)
{
    private const string Scheme = "Bearer ";

    /// <summary>Takes a request in the form of API Gateway (payload 2.0).</summary>
    /// <param name="headers">Names in any case.</param>
    public static BeatRequest FromGateway(string name, IEnumerable<KeyValuePair<string, string>>? headers, string? body) =>
        new(name, Header("authorization", headers), Header("content-type", headers), !string.IsNullOrEmpty(body));

    /// <summary>The key that was sent; null when there was none.</summary>
    public string? Key => Authorization is { } header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;

    /// <summary>A body of a type that forms can have, which pages of any site can send.</summary>
    public bool IsForm => HasBody && !IsJson(ContentType);

    /// <summary>Without the key, so that no log gets hold of it.</summary>
    public override string ToString() => $"beat of {Name}";

    private static bool IsJson(string? type) => type?.Split(';')[0].Trim() is { } media
        && (media.Equals("application/json", StringComparison.OrdinalIgnoreCase) || media.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    private static string? Header(string name, IEnumerable<KeyValuePair<string, string>>? headers) =>
        headers?.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}
