namespace Incidents.Application.Alarms.Sns;

/// <summary>
/// Ids of the messages handled last. Only a short cut for repeats: the store recognises them as well, so forgetting is harmless.
/// </summary>
internal sealed class RecentMessages(int capacity)
{
    private readonly Lock access = new();
    private readonly HashSet<string> known = [];
    private readonly Queue<string> order = new();

    public bool Contains(string messageId)
    {
        lock (access)
        {
            return known.Contains(messageId);
        }
    }

    public void Add(string messageId)
    {
        lock (access)
        {
            if (!known.Add(messageId))
            {
                return;
            }

            order.Enqueue(messageId);
            if (order.Count > capacity)
            {
                known.Remove(order.Dequeue());
            }
        }
    }
}
