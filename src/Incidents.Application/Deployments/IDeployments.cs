namespace Incidents.Application.Deployments;

/// <summary>Who deploys, and waits to hear whether a new version is good.</summary>
public interface IDeployments
{
    /// <summary>Says so, trying again for a minute where that may help.</summary>
    /// <exception cref="NotReportedException">Nobody heard it.</exception>
    Task Report(DeploymentHook hook, bool succeeded, CancellationToken cancellation);
}

/// <summary>Where a deployment has stopped to ask.</summary>
/// <param name="Deployment">Its id, such as `d-A1B2C3D4E`.</param>
/// <param name="Execution">Which asking of it this is.</param>
public sealed record DeploymentHook(string Deployment, string Execution);

/// <summary>Whoever deploys could not be told how a check ended, and waits. The message names the action and the cause.</summary>
public sealed class NotReportedException(string message, Exception? inner = null) : Exception(message, inner);
