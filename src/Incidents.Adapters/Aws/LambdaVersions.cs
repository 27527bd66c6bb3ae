using System.Text.Json;
using Incidents.Application.Deployments;
using Incidents.Application.Redaction;

namespace Incidents.Adapters.Aws;

/// <summary>Invokes versions of functions and waits for their answer.</summary>
/// <remarks>
/// Repeating is safe: every function recognises what it has done. Access that is denied is asked for again, because a permission that was given a
/// moment ago is not known everywhere yet. Source: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
/// </remarks>
public sealed class LambdaVersions(AwsClient client, TimeProvider clock) : INewVersions
{
    private const int MostAttempts = 5;
    private const string Denied = "AccessDeniedException";

    /// <inheritdoc />
    public async Task<VersionAnswer> Invoke(string version, byte[] payload, CancellationToken cancellation)
    {
        // arn:aws:lambda:eu-west-1:123456789012:function:prod-Tick-AbC:17
        if (version.Split(':') is not [_, _, _, _, _, _, var function, var number])
        {
            return new VersionAnswer($"{version} is no ARN of a version", []);
        }

        var call = new AwsCall("application/json", Target: null, payload) { Path = $"/2015-03-31/functions/{function}/invocations?Qualifier={number}" };
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = await client.Ask(call, cancellation);
                return new VersionAnswer(answer.Header("X-Amz-Function-Error") is null ? null : Error(answer.Body), answer.Body);
            }
            catch (AwsCallException failure) when ((failure.MayPass || failure.Code == Denied) && attempt < MostAttempts)
            {
                await Task.Delay(TimeSpan.FromSeconds(1 << (attempt - 1)), clock, cancellation);
            }
            catch (AwsCallException failure)
            {
                return new VersionAnswer($"lambda:InvokeFunction of version {number} failed: {failure.Code}", []);
            }
        }
    }

    /// <summary>`{"errorType":"TimeoutException","errorMessage":"…"}`, as Lambda reports a function that threw.</summary>
    private static string Error(byte[] body)
    {
        try
        {
            using var error = JsonDocument.Parse(body);
            return error.RootElement.ValueKind == JsonValueKind.Object
                ? Redactor.Redact($"{Text(error.RootElement, "errorType")}: {Text(error.RootElement, "errorMessage")}")
                : "it failed";
        }
        catch (JsonException)
        {
            return "it failed";
        }
    }

    private static string Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "unknown";
}
