using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Incidents.Application.Markdown;

/// <summary>
/// Writes HTML that cannot hold anything but the elements and attributes listed here. It is the sanitiser: instead of cleaning
/// markup afterwards, there is no way to write any other. An element not listed leaves its content, an attribute not listed is left out.
/// </summary>
internal sealed class SafeHtml(string idPrefix)
{
    private static readonly FrozenDictionary<string, string[]> Elements = new Dictionary<string, string[]>
    {
        ["h1"] = ["id"], ["h2"] = ["id"], ["h3"] = ["id"], ["h4"] = ["id"], ["h5"] = ["id"], ["h6"] = ["id"],
        ["p"] = [], ["blockquote"] = [], ["pre"] = [], ["code"] = [], ["em"] = [], ["strong"] = [], ["br"] = [], ["hr"] = [],
        ["ul"] = [], ["ol"] = ["start"], ["li"] = [],
        ["table"] = [], ["thead"] = [], ["tbody"] = [], ["tr"] = [], ["th"] = [], ["td"] = [],
        ["a"] = ["href", "rel"],
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Empty = FrozenSet.Create("br", "hr");
    private readonly StringBuilder html = new();
    private readonly Stack<string> open = new();

    public SafeHtml Open(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        open.Push(element);
        if (!Elements.TryGetValue(element, out var allowed))
        {
            return this;
        }

        html.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (allowed.Contains(name) && IsHarmless(name, value))
            {
                html.Append(' ').Append(name).Append("=\"");
                Write(value, inAttribute: true);
                html.Append('"');
            }
        }

        html.Append('>');
        return this;
    }

    public SafeHtml Text(string text)
    {
        Write(text, inAttribute: false);
        return this;
    }

    public SafeHtml Close()
    {
        var element = open.Pop();
        if (Elements.ContainsKey(element) && !Empty.Contains(element))
        {
            html.Append("</").Append(element).Append('>');
        }

        return this;
    }

    public override string ToString() => html.ToString();

    private void Write(string text, bool inAttribute)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&':
                    html.Append("&amp;");
                    break;
                case '<':
                    html.Append("&lt;");
                    break;
                case '>':
                    html.Append("&gt;");
                    break;
                case '"' when inAttribute:
                    html.Append("&quot;");
                    break;
                case var _ when TurnsOrControls(c):
                    html.Append(CultureInfo.InvariantCulture, $"[U+{(int)c:X4}]");
                    break;
                default:
                    html.Append(c);
                    break;
            }
        }
    }

    /// <summary>Characters that make a line read other than it is, which in a command to copy is an attack.</summary>
    private static bool TurnsOrControls(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\t')) || c is '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private bool IsHarmless(string name, string value) => name switch
    {
        "href" => LinkTarget.Read(value).Href is not null,
        "id" => value.StartsWith(idPrefix, StringComparison.Ordinal),
        "start" => int.TryParse(value, out _),
        _ => value == "noopener noreferrer",
    };
}
