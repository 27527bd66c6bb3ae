using Incidents.Adapters.DynamoDb.Items;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.DynamoDb.Operations;

/// <summary>The heads this process read or wrote last, for what a save has to carry over from the head it replaces.</summary>
/// <remarks>Never used to answer a query: a save is conditional on the very write that made the head remembered here.</remarks>
internal sealed class HeadCache
{
    private const int Most = 512;

    private readonly Lock gate = new();
    private readonly Dictionary<IncidentNumber, IncidentItem> heads = [];
    private readonly Queue<IncidentNumber> order = [];

    public IncidentItem? Find(IncidentNumber number)
    {
        lock (gate)
        {
            return heads.GetValueOrDefault(number);
        }
    }

    public void Keep(IncidentItem head)
    {
        lock (gate)
        {
            if (!heads.ContainsKey(head.Incident.Number))
            {
                order.Enqueue(head.Incident.Number);
            }

            heads[head.Incident.Number] = head;
            if (order.Count > Most)
            {
                heads.Remove(order.Dequeue());
            }
        }
    }
}
