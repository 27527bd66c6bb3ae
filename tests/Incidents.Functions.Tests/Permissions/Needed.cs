using Incidents.Functions.Tests.Stance;

namespace Incidents.Functions.Tests.Permissions;

/// <summary>What calls to AWS need. Only what is done while somebody records counts, so that a stage can be set without being noticed.</summary>
internal sealed class Needed
{
    private readonly Lock gate = new();
    private readonly HashSet<Allowance> permissions = [];

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
