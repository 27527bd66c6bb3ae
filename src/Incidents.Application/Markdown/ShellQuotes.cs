namespace Incidents.Application.Markdown;

/// <summary>Follows quoting through shell code, as far as runbooks need it.</summary>
internal sealed class ShellQuotes
{
    private readonly Stack<Quote> outer = new();
    private char previous = '\n';
    private bool escaped;

    /// <summary>What a place in the code is within.</summary>
    public enum Quote
    {
        /// <summary>Bare words.</summary>
        None,

        /// <summary>Single quotes.</summary>
        Single,

        /// <summary>Double quotes.</summary>
        Double,

        /// <summary>A comment, up to the end of the line.</summary>
        Comment,

        /// <summary>Something that is not followed here; it lasts to the end of the code.</summary>
        Unsure,
    }

    /// <summary>What the place right after the code read so far is within.</summary>
    public Quote State => escaped ? Quote.Unsure : Current;

    private Quote Current { get; set; }

    /// <summary>Reads on.</summary>
    public void Read(ReadOnlySpan<char> code)
    {
        foreach (var c in code)
        {
            if (escaped)
            {
                escaped = false;
            }
            else
            {
                Step(c);
            }

            previous = c;
        }
    }

    private void Step(char c)
    {
        switch (Current, c)
        {
            case (Quote.Unsure, _):
                break;
            case (Quote.Comment, '\n'):
                Current = Quote.None;
                break;

            // An interactive zsh knows no comments: there, a quote or a bracket in one would count.
            case (Quote.Comment, '\'' or '"' or '`' or '\\' or '(' or ')'):
                Current = Quote.Unsure;
                break;
            case (Quote.Comment, _):
                break;
            case (Quote.Single, '\''):
                Current = Quote.None;
                break;
            case (Quote.Single, _):
                break;
            case (_, '\\'):
                escaped = true;
                break;
            case (_, '`'):
            case (_, '{') when previous == '$':
            case (Quote.None, '\'' or '"') when previous == '$':
            case (Quote.None, '<') when previous == '<':
                Current = Quote.Unsure;
                break;
            case (_, '(') when previous == '$':
            case (Quote.None, '('):
                outer.Push(Current);
                Current = Quote.None;
                break;
            case (Quote.None, ')') when outer.Count > 0:
                Current = outer.Pop();
                break;
            case (Quote.None, ')'):
                Current = Quote.Unsure;
                break;
            case (Quote.None, '\''):
                Current = Quote.Single;
                break;
            case (Quote.None, '"'):
                Current = Quote.Double;
                break;
            case (Quote.Double, '"'):
                Current = Quote.None;
                break;
            case (Quote.None, '#') when char.IsWhiteSpace(previous) || ";&|()<>".Contains(previous, StringComparison.Ordinal):
                Current = Quote.Comment;
                break;
        }
    }
}
