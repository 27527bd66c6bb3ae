namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>Puts the function behind one route of the HTTP API.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class HttpApiAttribute(LambdaHttpMethod method, string template) : Attribute
{
    public LambdaHttpMethod Method { get; set; } = method;
    public string Template { get; set; } = template;
}

/// <summary>The methods a route of ours takes, numbered as in the real package.</summary>
public enum LambdaHttpMethod
{
    Any = 0,
    Post = 2,
}
