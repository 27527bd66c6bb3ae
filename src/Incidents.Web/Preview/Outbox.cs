namespace Incidents.Web.Preview;

/// <summary>The newest messages that were shown instead of sent. They hold links that act for a person, so none of them is ever written to disk.</summary>
public sealed class Outbox
{
    private const int Most = 200;

    private readonly Lock gate = new();
    private readonly List<OutboxMessage> messages = [];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<OutboxMessage> Messages
    {
        get
        {
            lock (gate)
            {
                return [.. messages];
            }
        }
    }

    /// <summary>Keeps a message; of very many the newest.</summary>
    public void Add(OutboxMessage message)
    {
        lock (gate)
        {
            messages.Insert(0, message);
            if (messages.Count > Most)
            {
                messages.RemoveAt(Most);
            }
        }
    }
}
