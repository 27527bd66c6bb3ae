using System.Security.Cryptography;
using System.Text;

namespace Incidents.Application.LinkPages.Pages;

/// <summary>How the pages look. In the page itself, so that one request shows it; the policy names it by its hash and allows nothing else.</summary>
internal static class LinkStyle
{
    /// <summary>Colours are the console's. All text pairs reach WCAG AA (4.5:1).</summary>
    public const string Css = """
        :root { color-scheme: light dark; --page: #f4f6f8; --card: #fff; --ink: #16202c; --dim: #535f6d; --line: #d9dfe6; --primary: #1b59b5; --on-primary: #fff;
          --sev1: #b3191f; --on-sev1: #fff; --sev2: #a84600; --on-sev2: #fff; --red: #a3141b; --red-soft: #fdeaea; --green: #165c38; --green-soft: #e2f3e9;
          --amber: #6d4800; --amber-soft: #fdf0d3; --grey: #404b58; --grey-soft: #e7ebf0; }
        @media (prefers-color-scheme: dark) { :root { --page: #0e131a; --card: #171f29; --ink: #e7ecf2; --dim: #a0adbb; --line: #2b3746; --primary: #86b9ff; --on-primary: #06182f;
          --sev1: #ff7468; --on-sev1: #2b0504; --sev2: #ffa552; --on-sev2: #2b1500; --red: #ff9d94; --red-soft: #3b1a1c; --green: #88dcab; --green-soft: #142f20;
          --amber: #ffcf7d; --amber-soft: #372a10; --grey: #b9c5d2; --grey-soft: #25303d; } }
        *, *::before, *::after { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0; background: var(--page); color: var(--ink); font: 1.0625rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif; overflow-wrap: anywhere; }
        main { max-width: 32rem; margin: 0 auto; padding: 1rem 1rem 2.5rem; display: grid; gap: 1rem; }
        h1, h2, p, dl, dd { margin: 0; }
        h1 { font-size: 1.375rem; line-height: 1.25; letter-spacing: -0.01em; text-wrap: balance; }
        h2 { font-size: 1.25rem; line-height: 1.3; }
        .tags { display: flex; align-items: center; gap: 0.625rem; color: var(--dim); font-weight: 600; }
        .sev { padding: 0.1rem 0.6rem; border-radius: 5px; font-size: 0.9375rem; font-weight: 700; background: var(--grey-soft); color: var(--grey); }
        .sev1 { background: var(--sev1); color: var(--on-sev1); }
        .sev2 { background: var(--sev2); color: var(--on-sev2); }
        .sev3 { background: var(--amber-soft); color: var(--amber); }
        .facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; font-variant-numeric: tabular-nums; }
        .facts dt { color: var(--dim); }
        .state { padding: 0.875rem 1rem; border-radius: 10px; background: var(--grey-soft); color: var(--grey); display: grid; gap: 0.25rem; }
        .triggered { background: var(--red-soft); color: var(--red); }
        .acknowledged { background: var(--amber-soft); color: var(--amber); }
        .theirs, .resolved { background: var(--green-soft); color: var(--green); }
        form { display: grid; gap: 1.5rem; }
        button { font: inherit; width: 100%; border-radius: 14px; cursor: pointer; touch-action: manipulation; }
        button.main { min-height: 6rem; border: 0; font-size: 1.625rem; font-weight: 700; background: var(--primary); color: var(--on-primary); }
        button.second { min-height: 3.25rem; border: 1px solid var(--dim); font-weight: 600; background: none; color: var(--ink); }
        button:active { filter: brightness(0.92); }
        :focus-visible { outline: 3px solid var(--primary); outline-offset: 3px; }
        code { font-family: ui-monospace, "SF Mono", "Cascadia Mono", "Roboto Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: 0.9375em; }
        a { color: var(--primary); }
        .runbook { display: grid; gap: 0.5rem; }
        .runbook h2 { font-size: 1.0625rem; }
        .runbook ol { margin: 0; padding-left: 1.5rem; display: grid; gap: 0.375rem; }
        .quiet { color: var(--dim); font-size: 0.9375rem; }
        @media (min-width: 40rem) { main { margin-top: 3rem; padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: 16px; } }
        """;

    /// <summary>The source for a content security policy. Browsers hash with line feeds, however this file was checked out.</summary>
    public static string Source { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css.ReplaceLineEndings("\n"))))}'";
}
