namespace Incidents.Cli.Up;

/// <summary>The topic that `incidents alarm` pretends to publish to, and the only one `incidents up` listens to.</summary>
internal static class LocalTopic
{
    public const string Arn = "arn:aws:sns:eu-west-1:123456789012:incidents-local";
}
