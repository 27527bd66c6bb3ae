using System.Diagnostics.CodeAnalysis;

namespace Incidents.Domain;

/// <summary>A mark on a service, such as `tier=frontend`: what several services can be chosen by at once.</summary>
public readonly record struct ServiceTag(string Key, string Value)
{
    /// <summary>Reads `key=value`; both parts need at least one character, and the first `=` divides them.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ServiceTag? tag)
    {
        var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        tag = parts is [{ Length: > 0 } key, { Length: > 0 } value] ? new ServiceTag(key, value) : null;
        return tag is not null;
    }

    /// <inheritdoc />
    public override string ToString() => $"{Key}={Value}";
}
