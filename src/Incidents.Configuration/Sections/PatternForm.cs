using Incidents.Configuration.Yaml;
using Incidents.Domain;

namespace Incidents.Configuration.Sections;

/// <summary>Patterns for alarm names. Regular expressions are refused, since as a pattern they would quietly match nothing.</summary>
internal static class PatternForm
{
    private const string Advice = "`*` stands for any characters and `?` for one; everything else stands for itself.";

    private static readonly string[] OnlyInRegexes = [")+", "]+", ".+", "-.*", "_.*", "\\"];

    public static IReadOnlyList<Glob> ReadList(YamlValue value) => [.. value.OneOrMore().Select(Read).OfType<Glob>()];

    public static Glob? Read(YamlValue value)
    {
        if (value.Text() is not { } text)
        {
            return null;
        }

        if (text.StartsWith('^') || text.EndsWith('$') || OnlyInRegexes.Any(part => text.Contains(part, StringComparison.Ordinal)))
        {
            return value.Refuse<Glob>($"{text.Quoted()} is a regular expression, and a pattern is wanted. {Advice}");
        }

        return IsBalanced(text) ? new Glob(text)
            : value.Refuse<Glob>($"{text.Quoted()} has a bracket without its partner. {Advice} Write ? for the bracket if the name really has it.");
    }

    private static bool IsBalanced(string text) =>
        text.Count(c => c == '(') == text.Count(c => c == ')') && text.Count(c => c == '[') == text.Count(c => c == ']');
}
