using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Incidents.Web.Tests;

/// <summary>Opens pages and sends forms as a browser without scripts does: cookies, origin, redirects.</summary>
internal sealed class Browser : IDisposable
{
    private const int MostRedirects = 3;

    private readonly CookieContainer cookies = new();
    private HttpClient http;

    public Browser(Uri origin)
    {
        Origin = origin.GetLeftPart(UriPartial.Authority);
        http = Connect(origin);
    }

    /// <summary>What its forms name as theirs.</summary>
    public string? Origin { get; set; }

    /// <summary>What it says about where its forms come from.</summary>
    public string? FetchSite { get; set; } = "same-origin";

    public async Task<View> Open(string path) => await Follow(await http.GetAsync(path));

    /// <summary>Sends a form of a page with its fields as they are, but for those given; a null leaves a field out.</summary>
    public async Task<View> Submit(IHtmlFormElement form, params (string Name, string? Value)[] changes)
    {
        var fields = form.Elements.OfType<IHtmlElement>().Select(Field).Where(f => !string.IsNullOrEmpty(f.Key)).ToDictionary();
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                fields.Remove(name);
            }
            else
            {
                fields[name] = value;
            }
        }

        return await Post(form.GetAttribute("action")!, new FormUrlEncodedContent(fields));
    }

    public async Task<View> Post(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (Origin is { } origin)
        {
            request.Headers.Add("Origin", origin);
        }

        if (FetchSite is { } site)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        return await Follow(await http.SendAsync(request));
    }

    /// <summary>Goes on at another address with the cookies it has.</summary>
    public void MoveTo(Uri origin)
    {
        http.Dispose();
        Origin = origin.GetLeftPart(UriPartial.Authority);
        http = Connect(origin);
    }

    public void Dispose() => http.Dispose();

    private HttpClient Connect(Uri origin) => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = origin };

    private async Task<View> Follow(HttpResponseMessage response)
    {
        for (var redirects = 0; response.Headers.Location is { } location && redirects < MostRedirects; redirects++)
        {
            response = await http.GetAsync(location);
        }

        var body = await response.Content.ReadAsStringAsync();
        return new View(response, body, new HtmlParser().ParseDocument(body));
    }

    private static KeyValuePair<string, string> Field(IHtmlElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox", IsChecked: false } => default,
        IHtmlInputElement input => new(input.Name ?? "", input.Value),
        IHtmlSelectElement select => new(select.Name ?? "", select.Value ?? ""),
        IHtmlTextAreaElement text => new(text.Name ?? "", text.Value),
        _ => new("", ""),
    };
}

/// <summary>A page as it arrived.</summary>
internal sealed record View(HttpResponseMessage Response, string Body, IHtmlDocument Document)
{
    public int Status => (int)Response.StatusCode;

    /// <summary>The text people read, blanks as one.</summary>
    public string Text => Words(Document.Body!.TextContent);

    public string Read(string selector) => Words(Document.QuerySelector(selector)?.TextContent ?? "");

    public IReadOnlyList<string> ReadAll(string selector) => [.. Document.QuerySelectorAll(selector).Select(element => Words(element.TextContent))];

    public IHtmlFormElement Form(string action) =>
        Document.Forms.FirstOrDefault(form => form.GetAttribute("action")!.EndsWith(action, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"no form for {action}");

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
