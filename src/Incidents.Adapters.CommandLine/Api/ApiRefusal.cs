using System.Text.Json;

namespace Incidents.Adapters.CommandLine.Api;

/// <summary>Why the API refuses, as its `application/problem+json` has it.</summary>
/// <param name="Title">What is wrong, in a sentence.</param>
/// <param name="Detail">Advice for a caller of the API, or more about it.</param>
/// <param name="Field">The field of the request that is wrong.</param>
/// <param name="Problem">What is wrong with it, without its name.</param>
/// <param name="Missing">The kind of thing that does not exist, such as `schedule`.</param>
/// <param name="Code">The name of the reason why something was not changed, such as `stillFiring`.</param>
public sealed record ApiRefusal(string Title, string? Detail = null, string? Field = null, string? Problem = null, string? Missing = null, string? Code = null)
{
    /// <returns>Null when the answer is not of that form.</returns>
    public static ApiRefusal? Read(JsonElement? answer) => answer is { ValueKind: JsonValueKind.Object } problem && Text(problem, "title") is { } title
        ? new ApiRefusal(title, Text(problem, "detail"), Text(problem, "field"), Text(problem, "problem"), Text(problem, "missing"), Text(problem, "refusal"))
        : null;

    private static string? Text(JsonElement problem, string name) =>
        problem.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
