using Amazon.Lambda.Core;
using Microsoft.Extensions.Logging;

namespace Incidents.Cli.Up;

/// <summary>What Lambda would tell a function about its invocation.</summary>
internal sealed class LocalContext(TimeSpan timeout, TimeProvider clock, ILogger log) : ILambdaContext, ILambdaLogger
{
    private readonly long started = clock.GetTimestamp();

    public string AwsRequestId { get; } = Guid.NewGuid().ToString();

    public IClientContext ClientContext => null!;

    public string FunctionName => "Tick";

    public string FunctionVersion => "local";

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => "";

    public ILambdaLogger Logger => this;

    public string LogGroupName => "";

    public string LogStreamName => "";

    public int MemoryLimitInMB => 512;

    public TimeSpan RemainingTime => timeout - clock.GetElapsedTime(started);

    public void Log(string message) => LogLine(message);

    public void LogLine(string message) => log.LogWarning("{Message}", message);

    public void Log(string level, string message, params object[] args) =>
        log.LogWarning("{Level} {Message} {Arguments}", level, message, string.Join(' ', args));
}
