namespace Incidents.Application.Markdown;

/// <summary>Fills placeholders in a link's address. A value stays one piece of the address; it never chooses where the link leads.</summary>
internal static class LinkVariables
{
    /// <summary>The address with values percent-encoded. A value in front of the path that is more than letters, digits and hyphens stays unfilled.</summary>
    public static string Fill(string address, Func<string, string?> variables)
    {
        var path = PathStart(address);
        return Placeholder.Fill(address, (placeholder, at) => variables(placeholder.Name) switch
        {
            null => null,
            var value when at >= path => Uri.EscapeDataString(VisibleText.Of(value)),
            var value when value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') => value,
            _ => null,
        });
    }

    private static int PathStart(string address)
    {
        var authority = address.IndexOf("://", StringComparison.Ordinal);
        if (authority < 0)
        {
            return address.AsSpan().IndexOfAny("/?#") is >= 0 and var slash ? slash : address.Length;
        }

        var end = address.AsSpan(authority + 3).IndexOfAny("/?#");
        return end < 0 ? address.Length : authority + 3 + end;
    }
}
