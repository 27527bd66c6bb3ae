using Polly;
using Polly.Retry;

namespace Incidents.Adapters.Http;

/// <summary>Requests of which not a byte left: no name, no connection, no TLS. They alone may be repeated without asking.</summary>
internal static class Unsent
{
    /// <summary>
    /// Once more, at once, for what failed quickly. A connection that took its whole time to fail is not tried again: the attempt has
    /// a limit, and a limit that strikes while connecting could not be told from one that strikes while waiting for the answer.
    /// </summary>
    public static ResiliencePipeline OnceMore { get; } = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is HttpRequestException failed && Is(failed)),
            MaxRetryAttempts = 1,
            Delay = TimeSpan.Zero,
        })
        .Build();

    public static bool Is(Exception error) => error switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } => true,

        // The time for connecting ran out.
        OperationCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };
}
