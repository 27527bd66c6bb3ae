using System.Net;

namespace Incidents.Application.Markdown;

/// <summary>Decides where a link may lead: `https://`, `mailto:`, or a page of our own.</summary>
public static class LinkTarget
{
    private static readonly IPNetwork[] Unreachable =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("::/127"), IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("fd00:ec2::/32"),
    ];

    /// <summary>The address to put into `href`, or why there is none.</summary>
    public static (string? Href, LinkRefusal? Refusal) Read(string written)
    {
        if (written.Length == 0 || written.Any(c => c is <= ' ' or '\\' or >= '\u007f' and <= '\u00a0') || VisibleText.HasHidden(written))
        {
            return (null, LinkRefusal.Malformed);
        }

        var colon = written.AsSpan().IndexOfAny(":/?#") is >= 0 and var at && written[at] == ':' ? at : -1;
        return colon < 0 ? ReadRelative(written) : written[..colon].ToLowerInvariant() switch
        {
            "https" => ReadHttps(written),
            "mailto" => (written, null),
            _ => (null, LinkRefusal.Scheme),
        };
    }

    /// <summary>As <see cref="Read"/>, for links that have to lead out: `https://` and nothing else.</summary>
    public static (string? Href, LinkRefusal? Refusal) ReadAbsolute(string written) => Read(written) switch
    {
        ({ } href, null) when href.StartsWith("https:", StringComparison.Ordinal) => (href, null),
        ({ } href, null) when href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) => (null, LinkRefusal.Scheme),
        (_, { } refusal) => (null, refusal),
        _ => (null, LinkRefusal.Relative),
    };

    private static (string?, LinkRefusal?) ReadHttps(string written)
    {
        if (!written.AsSpan("https:".Length).StartsWith("//") || !Uri.TryCreate(written, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            return (null, LinkRefusal.Malformed);
        }

        var authority = written.AsSpan("https://".Length);
        authority = authority.IndexOfAny("/?#") is >= 0 and var end ? authority[..end] : authority;
        if (uri.UserInfo.Length > 0 || authority.Contains('@'))
        {
            return (null, LinkRefusal.UserInfo);
        }

        return IsOwnMachine(uri) ? (null, LinkRefusal.Address) : (uri.AbsoluteUri, null);
    }

    private static (string?, LinkRefusal?) ReadRelative(string written)
    {
        // A colon further on is no scheme, but a reader of the page's source cannot tell at a glance.
        if (written.StartsWith("//", StringComparison.Ordinal) || written.Contains(':', StringComparison.Ordinal))
        {
            return (null, LinkRefusal.Scheme);
        }

        var path = Uri.UnescapeDataString(written.AsSpan(0, written.AsSpan().IndexOfAny("?#") is >= 0 and var end ? end : written.Length));
        return path.Split('/', '\\').Contains("..") ? (null, LinkRefusal.Relative) : (written, null);
    }

    private static bool IsOwnMachine(Uri uri)
    {
        var host = uri.IdnHost.TrimEnd('.');
        if (!IPAddress.TryParse(host.Trim('[', ']'), out var address))
        {
            return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Unreachable.Any(network => network.Contains(address));
    }
}

/// <summary>Why a link is not one.</summary>
public enum LinkRefusal
{
    /// <summary>Neither `https:`, `mailto:` nor a page of our own.</summary>
    Scheme,

    /// <summary>The reader's own machine, a link-local address or an instance's metadata.</summary>
    Address,

    /// <summary>A name or password before the host, which makes one host look like another.</summary>
    UserInfo,

    /// <summary>A path that climbs out of its folder, or a path where only a full address makes sense.</summary>
    Relative,

    /// <summary>Not an address: blanks, backslashes, invisible characters, no host.</summary>
    Malformed,
}

/// <summary>Refusals in words.</summary>
public static class LinkRefusalWords
{
    /// <summary>A clause that says why there is no link.</summary>
    public static string InWords(this LinkRefusal refusal) => refusal switch
    {
        LinkRefusal.Scheme => "only https and mailto links are shown",
        LinkRefusal.Address => "it leads to a local or metadata address",
        LinkRefusal.UserInfo => "it carries a user name",
        LinkRefusal.Relative => "it is not a full https address or leaves its folder",
        _ => "it is not a valid address",
    };
}
