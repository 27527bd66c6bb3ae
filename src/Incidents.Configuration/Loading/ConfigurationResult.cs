using Incidents.Domain.Configuration;

namespace Incidents.Configuration.Loading;

/// <summary>What came of reading the configuration.</summary>
public abstract record ConfigurationResult
{
    private ConfigurationResult()
    {
    }

    /// <summary>It can be put in force; its warnings are with it.</summary>
    public sealed record Valid(OnCallConfiguration Configuration) : ConfigurationResult;

    /// <summary>It cannot.</summary>
    /// <param name="Problems">Everything found, warnings included, by file and line.</param>
    public sealed record Invalid(IReadOnlyList<ConfigurationProblem> Problems) : ConfigurationResult
    {
        /// <summary>All problems, one a line.</summary>
        public override string ToString() => string.Join('\n', Problems);
    }
}
