namespace Incidents.Web.Preview;

/// <summary>Reads Slack's mark-up into runs, which the page then encodes like any other text.</summary>
/// <remarks>Source: https://docs.slack.dev/messaging/formatting-message-text</remarks>
/// <param name="dates">How dates look to the reader; null where nothing is displayed.</param>
internal sealed class MrkdwnReader(Func<string, string> nameOf, SlackDates? dates = null)
{
    private const string FenceMark = "```";
    private const int DeepestNesting = 4;

    /// <param name="text">Mark-up as it was posted.</param>
    public IReadOnlyList<MrkdwnRun> Read(string text)
    {
        var runs = new List<MrkdwnRun>();
        Read(text, new MrkdwnRun(""), DeepestNesting, runs);
        return runs;
    }

    private void Read(string text, MrkdwnRun look, int depth, List<MrkdwnRun> runs)
    {
        var plainFrom = 0;
        for (var at = 0; at < text.Length;)
        {
            if (Special(text, at, look, depth, runs, plainFrom) is not { } end)
            {
                at++;
                continue;
            }

            at = plainFrom = end;
        }

        AddPlain(text, plainFrom, text.Length, look, runs);
    }

    /// <summary>What begins here and is not plain text is added, with the plain text before it; its end, or null when nothing begins.</summary>
    private int? Special(string text, int at, MrkdwnRun look, int depth, List<MrkdwnRun> runs, int plainFrom)
    {
        switch (text[at])
        {
            case '`' when string.CompareOrdinal(text, at, FenceMark, 0, FenceMark.Length) == 0 && text.IndexOf(FenceMark, at + 3, StringComparison.Ordinal) is > 0 and var close:
                AddPlain(text, plainFrom, at, look, runs);
                runs.Add(look with { Text = Decode(text[(at + 3)..close]).Trim('\n'), Fence = true });
                return close + 3;
            case '`' when EndOfLineSpan(text, at, '`') is { } close:
                AddPlain(text, plainFrom, at, look, runs);
                runs.Add(look with { Text = Decode(text[(at + 1)..close]), Code = true });
                return close + 1;
            case '<' when text.IndexOf('>', at) is > 0 and var close:
                AddPlain(text, plainFrom, at, look, runs);
                runs.Add(Angle(text[(at + 1)..close], look));
                return close + 1;
            case '*' or '_' or '~' when depth > 0 && Opens(text, at) && Closing(text, at) is { } close:
                AddPlain(text, plainFrom, at, look, runs);
                Read(text[(at + 1)..close], Look(look, text[at]), depth - 1, runs);
                return close + 1;
            default:
                return null;
        }
    }

    private MrkdwnRun Angle(string inside, MrkdwnRun look)
    {
        var parts = inside.Split('|', 2);
        var (target, label) = (parts[0], parts.Length > 1 ? Decode(parts[1]) : null);
        return target switch
        {
            ['@', .. var user] => look with { Text = "@" + (label ?? nameOf(user)), Mention = true },
            ['#', .. var channel] => look with { Text = "#" + (label ?? channel), Mention = true },
            ['!', 'd', 'a', 't', 'e', '^', .. var date] => look with { Text = dates?.Show(date) ?? label ?? "" },
            ['!', .. var group] => look with { Text = "@" + (label ?? group), Mention = true },
            _ when IsLink(Decode(target)) => look with { Text = label ?? Decode(target), Href = Decode(target) },
            _ => look with { Text = Decode($"<{inside}>") },
        };
    }

    private static bool IsLink(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto";

    private static MrkdwnRun Look(MrkdwnRun look, char mark) => mark switch
    {
        '*' => look with { Bold = true },
        '_' => look with { Italic = true },
        _ => look with { Strike = true },
    };

    private static bool Opens(string text, int at) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]) && text[at + 1] != text[at];

    private static int? Closing(string text, int at)
    {
        for (var close = at + 2; close < text.Length && text[close] != '\n'; close++)
        {
            if (text[close] == text[at] && !char.IsWhiteSpace(text[close - 1]) && (close + 1 == text.Length || !char.IsLetterOrDigit(text[close + 1])))
            {
                return close;
            }
        }

        return null;
    }

    private static int? EndOfLineSpan(string text, int at, char mark)
    {
        var close = text.IndexOfAny([mark, '\n'], at + 1);
        return close > at + 1 && text[close] == mark ? close : null;
    }

    private static void AddPlain(string text, int from, int to, MrkdwnRun look, List<MrkdwnRun> runs)
    {
        if (to > from)
        {
            runs.Add(look with { Text = Decode(text[from..to]) });
        }
    }

    private static string Decode(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);
}
