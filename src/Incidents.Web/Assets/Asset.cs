using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Incidents.Web.Assets;

/// <summary>A file that pages load, part of the program. Its path holds its hash, so browsers may keep it for good.</summary>
public sealed class Asset
{
    private readonly byte[] content;
    private readonly string type;

    private Asset(string name, string type)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)!;
        content = new byte[stream.Length];
        stream.ReadExactly(content);
        this.type = type;
        Path = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(content))[..12]}/{name}";
    }

    /// <summary>The style of every page.</summary>
    public static Asset Style { get; } = new("console.css", "text/css; charset=utf-8");

    /// <summary>The mark in the browser's tab.</summary>
    public static Asset Icon { get; } = new("icon.svg", "image/svg+xml");

    /// <summary>Where it is served.</summary>
    public string Path { get; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var asset in new[] { Style, Icon })
        {
            routes.MapGet(asset.Path, asset.Serve);
        }
    }

    private FileContentHttpResult Serve(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(content, type);
    }
}
