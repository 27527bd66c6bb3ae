namespace Amazon.Lambda.Core;

/// <summary>Writes to the log stream of the invocation.</summary>
public interface ILambdaLogger
{
    void Log(string message);
    void LogLine(string message);
    void LogError(string message, params object[] args) => LogLine($"{message} {string.Join(' ', args)}");
}
