namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>A request to the HTTP API, payload format 2.0.</summary>
public class APIGatewayHttpApiV2ProxyRequest
{
    /// <summary>By name in lower case; several of one name arrive joined by commas.</summary>
    public IDictionary<string, string> Headers { get; set; }

    /// <summary>What stood where the route has a name in braces.</summary>
    public IDictionary<string, string> PathParameters { get; set; }

    public ProxyRequestContext RequestContext { get; set; }
    public string Body { get; set; }
    public bool IsBase64Encoded { get; set; }

    public class ProxyRequestContext
    {
        public HttpDescription Http { get; set; }
    }

    public class HttpDescription
    {
        public string Method { get; set; }
    }
}
