using Incidents.Application.Markdown;
using Incidents.Domain;

namespace Incidents.Application.Runbooks;

/// <summary>What to do when certain alarms fire, in Markdown.</summary>
public sealed record Runbook
{
    /// <summary>File name without `.md`.</summary>
    public required string Id { get; init; }

    /// <summary>One line for people.</summary>
    public required string Title { get; init; }

    /// <summary>Services it is for; empty means any.</summary>
    public IReadOnlyList<Glob> Services { get; init; } = [];

    /// <summary>Names of the alarms it is for; empty means any alarm of its services.</summary>
    public IReadOnlyList<Glob> Alarms { get; init; } = [];

    /// <summary>Team that keeps it up to date; null when it does not say.</summary>
    public string? Owner { get; init; }

    /// <summary>How bad this usually is, for the reader; it does not change an incident's severity.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The Markdown below the front matter, variables not filled.</summary>
    public required string Body { get; init; }

    /// <summary>The body cut at its second-level headings, in order.</summary>
    public IReadOnlyList<RunbookSection> Sections { get; init; } = [];

    /// <summary>The body as HTML that is safe to put into a page.</summary>
    /// <param name="headingOffset">How many levels its `##` headings move down to fit under the page's own.</param>
    public string ToHtml(RunbookVariables variables, int headingOffset = 0) =>
        MarkdownRenderer.ToHtml(Body, $"runbook-{Id}", variables.Find, headingOffset);
}

/// <summary>Part of a runbook under one heading.</summary>
/// <param name="Heading">As plain text.</param>
/// <param name="Markdown">Without the heading, variables not filled.</param>
public sealed record RunbookSection(string Heading, string Markdown)
{
    /// <summary>What the alarm says.</summary>
    public const string Meaning = "Meaning";

    /// <summary>Who feels it, and how.</summary>
    public const string Impact = "Impact";

    /// <summary>How to find out which of the usual causes it is.</summary>
    public const string Diagnosis = "Diagnosis";

    /// <summary>How to end the pain, causes aside.</summary>
    public const string Mitigation = "Mitigation";

    /// <summary>The headings every runbook has, in their order.</summary>
    public static IReadOnlyList<string> Expected { get; } = [Meaning, Impact, Diagnosis, Mitigation];
}
