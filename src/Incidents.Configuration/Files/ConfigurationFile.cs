namespace Incidents.Configuration.Files;

/// <summary>One file as it was read.</summary>
/// <param name="Name">What problems call it: its path as the user would type it.</param>
public sealed record ConfigurationFile(string Name, ReadOnlyMemory<byte> Content);
