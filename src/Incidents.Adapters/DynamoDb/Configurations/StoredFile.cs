namespace Incidents.Adapters.DynamoDb.Configurations;

/// <summary>A file of a configuration, whose bytes are known to be UTF-8.</summary>
internal sealed record StoredFile(string Name, string Text);
