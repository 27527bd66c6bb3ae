namespace Incidents.Application.TextReplies;

/// <summary>Sends a short text to a number, from the number that pages by text.</summary>
public interface ITextSender
{
    /// <summary>Sends a text; never throws for an error or a missing answer of the service.</summary>
    Task Send(string to, string text, CancellationToken cancellation);
}
