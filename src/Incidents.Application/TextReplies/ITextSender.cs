namespace Incidents.Application.TextReplies;

/// <summary>Sends a short text to a number, from the number that pages by text.</summary>
public interface ITextSender
{
    /// <summary>Nothing is thrown for what the other side says or does not say.</summary>
    Task Send(string to, string text, CancellationToken cancellation);
}
