using Markdig.Syntax;

namespace Incidents.Application.Markdown;

/// <summary>Fills placeholders in code, which people copy and run: a value is one word of it or is not put in at all.</summary>
internal static class CodeVariables
{
    /// <summary>CloudWatch's longest text, an alarm's description, has 1,024 characters.</summary>
    public const int LongestValue = 1_024;

    private static readonly string[] ShellLanguages = ["", "bash", "sh", "shell", "zsh", "console"];

    /// <summary>A code block. Without a language it is taken for shell.</summary>
    public static string Fill(CodeBlock block, Func<string, string?> variables)
    {
        var language = (block as FencedCodeBlock)?.Info?.ToLowerInvariant() ?? "";
        var code = block.Lines.ToString();
        return ShellLanguages.Contains(language) ? ShellCode.Fill(code, variables) : FillQuery(code, variables);
    }

    /// <summary>Code within a sentence: a placeholder alone shows its value, anything more is a command.</summary>
    public static string FillSpan(string code, Func<string, string?> variables) =>
        Placeholder.At(code, 0) is { } only && only.Written.Length == code.Length
            ? variables(only.Name) is { } value ? VisibleText.Of(value, LongestValue) : code
            : ShellCode.Fill(code, variables);

    private static string FillQuery(string code, Func<string, string?> variables) =>
        Placeholder.Fill(code, (placeholder, _) => variables(placeholder.Name) is { } value && ShellCode.IsQuiet(value) ? value : null);
}
