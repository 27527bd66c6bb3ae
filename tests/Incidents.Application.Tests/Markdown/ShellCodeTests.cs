using System.Diagnostics;
using AngleSharp.Dom;

namespace Incidents.Application.Tests.Markdown;

public class ShellCodeTests
{
    [Theory]
    [InlineData("aws x {{ v }}", "checkout-api", "aws x checkout-api")]
    [InlineData("aws x {{ v }}", "checkout 5xx", "aws x 'checkout 5xx'")]
    [InlineData("aws x {{ v }}", "it's", @"aws x 'it'\''s'")]
    [InlineData("aws x {{ v }}", "$(id)", "aws x '$(id)'")]
    [InlineData("aws x Name=A,Value={{ v }}", "a;b", "aws x Name=A,Value='a;b'")]
    [InlineData("aws x \"{{ v }}\"", "checkout 5xx", "aws x \"checkout 5xx\"")]
    [InlineData("aws x '{{ v }}'", "checkout 5xx", "aws x 'checkout 5xx'")]
    [InlineData("aws x --b \"$(aws y {{ v }})\"", "a b", "aws x --b \"$(aws y 'a b')\"")]
    [InlineData("aws x # for {{ v }}\naws y {{ v }}", "a b", "aws x # for {{ v }}\naws y 'a b'")]
    [InlineData("aws x \\\n  --y {{ v }}", "a b", "aws x \\\n  --y 'a b'")]
    public void Fill_MakesOneWord(string code, string value, string filled) => Assert.Equal(filled, Fill(code, value));

    [Theory]
    [InlineData("aws x \"{{ v }}\"", "$(id)")]
    [InlineData("aws x \"{{ v }}\"", "a\" b")]
    [InlineData("aws x '{{ v }}'", "it's")]
    [InlineData("bash -c 'echo {{ v }}'", "a; id")]
    [InlineData("aws x `aws y {{ v }}`", "a b")]
    [InlineData("cat <<END\n{{ v }}\nEND", "a b")]
    [InlineData("aws x $'{{ v }}'", "a b")]
    [InlineData("aws x ${y:-{{ v }}}", "a b")]
    [InlineData("aws x \\{{ v }}", "a b")]
    [InlineData("# don't\naws x {{ v }}", "a b")]
    [InlineData("aws x;# don't\naws x {{ v }}", "a b")]
    [InlineData("aws x {{ v }}", "-rf")]
    [InlineData("aws x {{ v }}", "file:///etc/passwd")]
    [InlineData("aws x {{ v }}", "https://evil.example")]
    [InlineData("curl -d {{ v }} x", "@/etc/passwd")]
    [InlineData("aws x {{ v }}", "a\nid")]
    [InlineData("aws x {{ v }}", "a\u202eb")]
    [InlineData("aws x {{ v }}", "")]
    public void Fill_WhereAValueCouldMeanMore_LeavesThePlaceholder(string code, string value) => Assert.Equal(code, Fill(code, value));

    [Fact]
    public void Fill_WhateverTheValue_TheShellReadsOneArgument()
    {
        string[] values =
        [
            "a", "a b", "it's", "\"", "$HOME", "$(id)", "`id`", "a;id", "a|b", "a&b", "a>b", "*", "~", "!!", "\\", "a\\", "{a,b}", "#a", "=ls", "(a)", "é ü", "日本", "😀", "''", "'\\''", "%s", "a'b\"c",
        ];
        string[] places = ["{{ v }}", "x{{ v }}y", "Name=A,Value={{ v }}", "\"{{ v }}\"", "'{{ v }}'"];
        var cases = places.SelectMany(place => values.Select(value => (Code: Fill(place, value), Value: value, Place: place)))
            .Where(c => !c.Code.Contains("{{", StringComparison.Ordinal)).ToList();

        var script = string.Concat(cases.Select(c => $"printf '%s\\n' {c.Code}\n"));

        Assert.Equal(
            cases.Select(c => Unquoted(c.Place).Replace("{{ v }}", c.Value, StringComparison.Ordinal)),
            Run(script));
    }

    private static string Unquoted(string place) => place.Trim('"', '\'');

    private static string Fill(string code, string value) =>
        Rendered.Body($"```bash\n{code}\n```", name => name == "v" && value.Length > 0 ? value : null).AssertHarmless().QuerySelector("code")!.TextContent;

    private static string[] Run(string script)
    {
        var start = new ProcessStartInfo("/bin/sh", "-s") { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var shell = Process.Start(start)!;
        shell.StandardInput.Write(script);
        shell.StandardInput.Close();
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return output.Split('\n')[..^1];
    }
}
