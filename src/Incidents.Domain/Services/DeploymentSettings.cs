namespace Incidents.Domain.Services;

/// <summary>What a service makes of the messages of its deployments, builds, scans and tasks.</summary>
public sealed record DeploymentSettings
{
    /// <summary>What one that failed does.</summary>
    public FailedDeployment Failed { get; init; } = FailedDeployment.Note;
}

/// <summary>What a deployment, build, scan or task that failed does.</summary>
public enum FailedDeployment
{
    /// <summary>It is a note on the service's open incident, and nothing where none is open.</summary>
    Note,

    /// <summary>Where no incident of the service is open, it opens one of Sev4.</summary>
    Notify,
}
