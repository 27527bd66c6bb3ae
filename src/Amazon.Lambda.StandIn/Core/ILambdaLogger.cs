namespace Amazon.Lambda.Core;

/// <summary>Writes to the log stream of the invocation.</summary>
public interface ILambdaLogger
{
    void Log(string message);
    void LogLine(string message);

    /// <remarks>To be implemented, although it has a body: the real one's calls itself.</remarks>
    void Log(string level, string message, params object[] args) => LogLine($"{level} {message} {string.Join(' ', args)}");

    void LogError(string message, params object[] args) => Log("Error", message, args);
    void LogWarning(string message, params object[] args) => Log("Warning", message, args);
}
