using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Slack;

/// <summary>Reads the answers of incoming webhooks and response URLs: plain words, except for rate limits and some of the latter.</summary>
/// <remarks>Source: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks#handling_errors</remarks>
public static class SlackResponses
{
    private const int LongestCode = 64;

    private static readonly SearchValues<char> CodeLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");
    private static readonly Duration LongestWait = Duration.FromHours(1);

    /// <summary>Sorts an answer.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="retryAfter">The Retry-After header; null when there is none.</param>
    /// <param name="body">The beginning of the body; null when it could not be read.</param>
    public static DeliveryResult Classify(int status, string? retryAfter, string? body)
    {
        var said = Said.In(body);
        return status switch
        {
            200 when said.Ok => new DeliveryResult.Delivered(),
            200 when said is { IsRefusal: true, Code: { } code } => IsRateLimit(code) ? Later(said, retryAfter, code) : new DeliveryResult.Rejected(code),
            >= 200 and < 300 => new DeliveryResult.Unknown("unexpected_answer"),
            >= 300 and < 400 => new DeliveryResult.Rejected("redirected"),
            429 => Later(said, retryAfter, said.Code ?? "rate_limited"),
            408 or >= 500 => Later(said, retryAfter, said.Code ?? StatusCode(status)),
            _ => new DeliveryResult.Rejected(said.Code ?? StatusCode(status)),
        };
    }

    private static DeliveryResult.RetryLater Later(Said said, string? retryAfter, string code) =>
        new(Wait(retryAfter) ?? Wait(said.RetryAfter), code);

    private static Duration? Wait(string? seconds) =>
        int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var wait) ? Duration.Min(Duration.FromSeconds(wait), LongestWait) : null;

    private static bool IsRateLimit(string code) => code is "rate_limited" or "ratelimited";

    private static string StatusCode(int status) => string.Create(CultureInfo.InvariantCulture, $"http_{status}");

    /// <summary>What a body says, whether as a bare word or as JSON.</summary>
    private readonly record struct Said(bool Ok, bool IsRefusal, string? Code, string? RetryAfter)
    {
        public static Said In(string? body) => body?.Trim() switch
        {
            null or "" => default,
            "ok" => new(true, false, null, null),
            ['{', ..] json => InJson(json),
            { Length: <= LongestCode } word when !word.AsSpan().ContainsAnyExcept(CodeLetters) => new(false, false, word, null),
            _ => default,
        };

        private static Said InJson(string json)
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
            try
            {
                using var document = JsonDocument.ParseValue(ref reader);
                var root = document.RootElement;
                var ok = root.TryGetProperty("ok", out var flag) && flag.ValueKind == JsonValueKind.True;
                var wait = root.TryGetProperty("retry_after", out var after) ? after.ToString() : null;
                var code = root.TryGetProperty("error", out var error) ? In(error.ToString()).Code : null;
                return new(ok, !ok && code is not null, code, wait);
            }
            catch (JsonException)
            {
                return default;
            }
        }
    }
}
