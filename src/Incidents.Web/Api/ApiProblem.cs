using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Incidents.Web.Api;

/// <summary>What went wrong, as RFC 9457 has it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">What is wrong and how to mend it, in a sentence.</param>
/// <param name="Detail">More about it.</param>
/// <param name="Field">The field of the query, path or body that is wrong.</param>
/// <param name="Refusal">The name of the reason why an incident was not changed.</param>
/// <param name="Problem">What is wrong with the field, as the rest of a sentence that begins with what a caller calls the field.</param>
/// <param name="Missing">The kind of thing that does not exist, so that a caller can say where it lists them.</param>
internal sealed record ApiProblem(
    int Status,
    string Title,
    string? Detail = null,
    string? Field = null,
    string? Refusal = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Problem = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Missing = null) : IResult
{
    /// <summary>Nothing beyond what the status says; <see cref="Field"/> and <see cref="Refusal"/> tell the rest.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "about:blank";

    /// <summary>The problem a bare status stands for.</summary>
    public static ApiProblem For(int status, string? detail) => new(
        status,
        status switch
        {
            404 => "There is nothing at this address.",
            405 => "This address takes other methods; the Allow header names them.",
            413 => "The body is too long.",
            _ => $"{ReasonPhrases.GetReasonPhrase(status)}.",
        },
        detail);

    public static ApiProblem Of(Lists.FieldProblem problem) => new(400, $"{problem.Field} {problem.Problem}.", Field: problem.Field, Problem: problem.Problem);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        return httpContext.Response.WriteAsJsonAsync(this, ApiJson.Default.ApiProblem, "application/problem+json", httpContext.RequestAborted);
    }
}

/// <summary>What a <see cref="ApiProblem.Missing"/> may name, in camel case.</summary>
internal enum MissingKind
{
    Schedule,
    Override,
    Swap,
    TimeOff,
    Maintenance,
    CalendarLink,
}
