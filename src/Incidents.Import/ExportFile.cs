namespace Incidents.Import;

/// <summary>One file as the other tool's API answered it.</summary>
/// <param name="Name">What notes call it: its path as the user typed it.</param>
public sealed record ExportFile(string Name, ReadOnlyMemory<byte> Content);
