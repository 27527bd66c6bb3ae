namespace Incidents.Import;

/// <summary>Gathers what does not map; the same thing twice is said once.</summary>
internal sealed class UnmappedList
{
    private readonly OrderedDictionary<Unmapped, bool> all = [];

    public IReadOnlyList<Unmapped> All => [.. all.Keys];

    public void Add(string subject, string field, string why, string whatToDo) => all.TryAdd(new Unmapped(subject, field, why, whatToDo), true);

    /// <summary>Notes something without which other people are paged than in the other tool, so that the import is not whole.</summary>
    public void LeaveOut(string subject, string field, string why, string whatToDo) => all.TryAdd(new Unmapped(subject, field, why, whatToDo) { IsLeftOut = true }, true);

    /// <summary>The same, for the places where a value was wanted.</summary>
    public T? LeaveOut<T>(string subject, string field, string why, string whatToDo)
    {
        LeaveOut(subject, field, why, whatToDo);
        return default;
    }

    /// <summary>Notes it and gives nothing, for the places where a value was wanted.</summary>
    public T? Nothing<T>(string subject, string field, string why, string whatToDo)
    {
        Add(subject, field, why, whatToDo);
        return default;
    }
}
