namespace Incidents.Domain.Configuration;

/// <summary>Something wrong with the configuration, in words for the person who edits it. Never holds a secret.</summary>
/// <param name="Message">What is wrong, and how to mend it.</param>
public sealed record ConfigurationProblem(Place Place, string Message)
{
    /// <summary>Worth showing, but no reason to refuse the configuration.</summary>
    public bool IsWarning { get; init; }

    /// <summary>Good to know, and nothing to mend.</summary>
    public bool IsNote { get; init; }

    /// <summary>`error`, `warning` or `note`.</summary>
    public string Level => IsNote ? "note" : IsWarning ? "warning" : "error";

    /// <summary>`file:line:column: error: message`, as compilers write it.</summary>
    public override string ToString() => $"{Place}: {Level}: {Message}";
}
