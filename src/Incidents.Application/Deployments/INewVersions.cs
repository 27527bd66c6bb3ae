namespace Incidents.Application.Deployments;

/// <summary>Published versions of functions that nothing invokes yet.</summary>
public interface INewVersions
{
    /// <summary>Invokes one and waits for it, trying again for a while when it could not be invoked.</summary>
    /// <param name="version">ARN of the function with the number of the version.</param>
    /// <param name="payload">The event, as its source would send it.</param>
    Task<VersionAnswer> Invoke(string version, byte[] payload, CancellationToken cancellation);
}

/// <summary>What a version answered.</summary>
/// <param name="Failure">In words, without secrets: the function's error, or why it could not be invoked; null when it did its work.</param>
/// <param name="Payload">What it returned, in UTF-8; `null` for one that returns nothing.</param>
public sealed record VersionAnswer(string? Failure, byte[] Payload);

/// <summary>The versions a deployment is about to switch to, each by its ARN with the number.</summary>
public sealed record NewVersions(string ReceiveAlarm, string RetryAlarm, string Tick)
{
    /// <summary>Whether they are to be tried at all; an installation whose Slack is gone for good still has to be deployed to.</summary>
    public bool AreTried { get; init; } = true;

    /// <summary>The number of the version that alarms come to first.</summary>
    internal string Number => ReceiveAlarm[(ReceiveAlarm.LastIndexOf(':') + 1)..];
}
