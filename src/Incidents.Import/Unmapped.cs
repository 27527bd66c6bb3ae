namespace Incidents.Import;

/// <summary>Something of an export that is not, or not wholly, in what was written.</summary>
/// <param name="Subject">What it belongs to: `service Checkout`, or a file and the place in it.</param>
/// <param name="Field">As the other tool names it.</param>
/// <param name="Why">A sentence.</param>
/// <param name="WhatToDo">A sentence.</param>
public sealed record Unmapped(string Subject, string Field, string Why, string WhatToDo)
{
    /// <summary>Whether the team lacks something by it that decides who is paged: a person, a shift, a layer, a step.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>Returns one line for the person who runs the import.</summary>
    public override string ToString() => $"{Subject}, {Field}: {Why} {WhatToDo}";
}
