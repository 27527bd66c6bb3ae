using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>What became of a message that was handed to a channel. Answers are codes, in lower case with underscores where they are ours: never an address, a number or a token.</summary>
public abstract record DeliveryResult
{
    private DeliveryResult()
    {
    }

    /// <summary>The channel took it.</summary>
    /// <param name="Message">The message it became; null where the channel does not say, and it can be replaced only by a click on it.</param>
    public sealed record Delivered(MessageRef? Message = null) : DeliveryResult;

    /// <summary>The channel has not taken it and may later.</summary>
    /// <param name="After">How long it asked to wait; null when it named no time, and <see cref="BackOff"/> decides.</param>
    public sealed record RetryLater(Duration? After, string Answer) : DeliveryResult;

    /// <summary>No answer came: it may have arrived, and sending it again may show it twice.</summary>
    public sealed record Unknown(string Answer) : DeliveryResult;

    /// <summary>The channel will never take it: sending the same again is useless.</summary>
    public sealed record Rejected(string Answer) : DeliveryResult;
}
