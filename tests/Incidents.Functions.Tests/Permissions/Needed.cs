using Incidents.Functions.Tests.Stance;

namespace Incidents.Functions.Tests.Permissions;

/// <summary>What calls to AWS need. Only what is done while somebody records counts, so that a stage can be set without being noticed.</summary>
internal sealed class Needed
{
    private readonly Lock gate = new();
    private readonly HashSet<Allowance> permissions = [];
    private readonly HashSet<string> written = [];

    public bool Recording { get; set; }

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<Allowance> All
    {
        get
        {
            lock (gate)
            {
                return [.. permissions.OrderBy(p => p.ToString(), StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>The partitions of the table that were written.</summary>
    public IReadOnlyList<string> Written
    {
        get
        {
            lock (gate)
            {
                return [.. written.Order(StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>An item of a partition is written.</summary>
    public void Write(string partition)
    {
        lock (gate)
        {
            if (Recording)
            {
                written.Add(partition);
            }
        }
    }

    public void Add(string action, string resource)
    {
        lock (gate)
        {
            if (Recording)
            {
                permissions.Add(new Allowance(action, resource));
            }
        }
    }
}
