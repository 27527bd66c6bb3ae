namespace Incidents.Adapters.Http;

/// <summary>What became of a request, without any of its address, headers or body.</summary>
internal abstract record Reply
{
    private Reply()
    {
    }

    /// <param name="RetryAfter">The header as it came; null when there is none.</param>
    /// <param name="Body">The first few kilobytes; null when they could not be read.</param>
    public sealed record Answered(int Status, string? RetryAfter, string? Body) : Reply;

    /// <summary>Not a byte of it left.</summary>
    public sealed record NeverSent : Reply;

    /// <summary>The request left, at least in part, and it is unknown whether it was processed.</summary>
    public sealed record NoAnswer(string Code) : Reply;
}
