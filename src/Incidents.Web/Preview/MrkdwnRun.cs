namespace Incidents.Web.Preview;

/// <summary>A stretch of text with one look.</summary>
public sealed record MrkdwnRun(string Text)
{
    public bool Bold { get; init; }

    public bool Italic { get; init; }

    public bool Strike { get; init; }

    public bool Code { get; init; }

    /// <summary>A block of code of its own.</summary>
    public bool Fence { get; init; }

    /// <summary>A person or group that is notified.</summary>
    public bool Mention { get; init; }

    /// <summary>Where it leads; null for plain text.</summary>
    public string? Href { get; init; }
}
