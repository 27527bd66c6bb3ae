namespace Amazon.Lambda.Core;

/// <summary>What Lambda tells a function about the invocation it is in.</summary>
/// <remarks>Declares every member that has no default body in the real interface: an implementation of this one fits that one.</remarks>
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
