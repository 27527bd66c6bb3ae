using Incidents.Application.Markdown;
using Incidents.Domain;

namespace Incidents.Application.Runbooks;

/// <summary>What the front matter of a runbook says.</summary>
internal sealed class RunbookFields
{
    private const int LongestLine = 150;
    private static readonly string[] Keys = ["title", "services", "alarms", "owner", "severity"];
    private static readonly string[] Severities = ["sev1", "sev2", "sev3", "sev4"];

    public string Title { get; private set; } = "";

    public IReadOnlyList<Glob> Services { get; private set; } = [];

    public IReadOnlyList<Glob> Alarms { get; private set; } = [];

    public string? Owner { get; private set; }

    public Severity? Severity { get; private set; }

    public static RunbookFields Read(IReadOnlyList<FrontMatter.Field> fields, RunbookReport report)
    {
        var read = new RunbookFields();
        var seen = new HashSet<string>();
        foreach (var field in fields)
        {
            if (!seen.Add(field.Key))
            {
                report.Error(field.Line, field.Column, $"`{VisibleText.Of(field.Key)}` stands here twice: keep one");
            }
            else
            {
                read.Take(field, report);
            }
        }

        if (!seen.Contains("title"))
        {
            report.Error(1, 1, "`title` is missing: add `title: What happened` to the front matter");
        }

        if (!seen.Contains("services") && !seen.Contains("alarms"))
        {
            report.Error(1, 1, "it belongs to nothing: add `alarms: [\"*-5xx\"]` or `services: [checkout]` to the front matter");
        }

        return read;
    }

    private void Take(FrontMatter.Field field, RunbookReport report)
    {
        switch (field.Key)
        {
            case "title":
                Title = Line(field, report) ?? "";
                break;
            case "services":
                Services = Globs(field, report);
                break;
            case "alarms":
                Alarms = Globs(field, report);
                break;
            case "owner":
                Owner = Line(field, report);
                break;
            case "severity":
                Severity = ReadSeverity(field, report);
                break;
            default:
                report.Error(field.Line, field.Column, $"unknown key `{VisibleText.Of(field.Key, LongestLine)}`: {Suggest(field.Key)}");
                break;
        }
    }

    private static string Suggest(string key) => NearestName.To(key, Keys) is { } near
        ? $"did you mean `{near}`?"
        : $"use {string.Join(", ", Keys.Select(k => $"`{k}`"))}";

    private static string? Line(FrontMatter.Field field, RunbookReport report)
    {
        if (field.Values is [{ Text: { Length: > 0 and <= LongestLine } text }] && !VisibleText.HasHidden(text))
        {
            return text;
        }

        report.Error(field.Line, field.Column, $"`{field.Key}` is one line of 1 to {LongestLine} visible characters");
        return null;
    }

    private static List<Glob> Globs(FrontMatter.Field field, RunbookReport report)
    {
        if (field.Values.Count == 0)
        {
            report.Error(field.Line, field.Column, $"`{field.Key}` is empty: name at least one, or leave the key out to mean any");
        }

        foreach (var value in field.Values.Where(v => v.Text.Length == 0))
        {
            report.Error(value.Line, value.Column, $"an empty name in `{field.Key}` matches nothing: remove it, or write `\"*\"` for any");
        }

        return [.. field.Values.Select(v => new Glob(v.Text))];
    }

    private static Severity? ReadSeverity(FrontMatter.Field field, RunbookReport report)
    {
        if (field.Values is [{ Text: var text }] && Array.IndexOf(Severities, text.ToLowerInvariant()) is >= 0 and var index)
        {
            return (Severity)(index + 1);
        }

        report.Error(field.Line, field.Column, "`severity` is one of sev1 (worst), sev2, sev3, sev4");
        return null;
    }
}
