namespace Incidents.Domain.Services;

/// <summary>An AWS account whose alarms come here.</summary>
/// <param name="Id">Twelve digits.</param>
/// <param name="Name">The name people read, such as `prod`.</param>
/// <param name="Severity">Of its alarms, unless a severity rule names the account; null where the service and the alarm decide.</param>
public sealed record Account(string Id, string Name, Severity? Severity);
