namespace Incidents.Application.Deployments;

/// <summary>Who deploys, and waits to hear whether a new version is good.</summary>
public interface IDeployments
{
    /// <summary>Reports the result of a hook; retries transient errors for a minute.</summary>
    /// <exception cref="NotReportedException">The deployment service did not take the result.</exception>
    Task Report(DeploymentHook hook, bool succeeded, CancellationToken cancellation);
}

/// <summary>Where a deployment has stopped to ask.</summary>
/// <param name="Deployment">Its id, such as `d-A1B2C3D4E`.</param>
/// <param name="Execution">Which asking of it this is.</param>
public sealed record DeploymentHook(string Deployment, string Execution);

/// <summary>The result of a check could not be reported to CodeDeploy, which goes on waiting. The message names the action and the cause.</summary>
public sealed class NotReportedException(string message, Exception? inner = null) : Exception(message, inner);
