namespace Amazon.Lambda.Core;

/// <summary>What Lambda tells a function about the invocation it is in.</summary>
/// <remarks>Whole where the real one has no default body, so that whoever implements this one implements that one too.</remarks>
public interface ILambdaContext
{
    string AwsRequestId { get; }
    IClientContext ClientContext { get; }
    string FunctionName { get; }
    string FunctionVersion { get; }
    ICognitoIdentity Identity { get; }
    string InvokedFunctionArn { get; }
    ILambdaLogger Logger { get; }
    string LogGroupName { get; }
    string LogStreamName { get; }
    int MemoryLimitInMB { get; }
    TimeSpan RemainingTime { get; }
}
