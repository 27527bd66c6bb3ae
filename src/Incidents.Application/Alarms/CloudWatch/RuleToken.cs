using System.Buffers;
using System.Text;

namespace Incidents.Application.Alarms.CloudWatch;

/// <summary>A word, a quoted name, or one of `( ) ,` in the rule of a composite alarm.</summary>
internal readonly record struct RuleToken(string Text, bool Quoted)
{
    private static readonly SearchValues<char> EndsAWord = SearchValues.Create("(),\" \t\r\n");

    /// <summary>The word as the grammar knows it; empty for a quoted name, which is never a keyword.</summary>
    public string Keyword => Quoted ? "" : Text.ToUpperInvariant();

    /// <summary>Whether it can be an alarm: anything but punctuation.</summary>
    public bool IsName => Quoted ? Text.Length > 0 : Text is not ("(" or ")" or ",");

    public static IEnumerable<RuleToken> Split(string expression)
    {
        for (var at = 0; at < expression.Length;)
        {
            switch (expression[at])
            {
                case ' ' or '\t' or '\r' or '\n':
                    at++;
                    break;
                case '(' or ')' or ',':
                    yield return new(expression[at++].ToString(), Quoted: false);
                    break;
                case '"':
                    yield return new(QuotedName(expression, ref at), Quoted: true);
                    break;
                default:
                    var length = expression.AsSpan(at).IndexOfAny(EndsAWord);
                    var end = length < 0 ? expression.Length : at + length;
                    yield return new(expression[at..end], Quoted: false);
                    at = end;
                    break;
            }
        }
    }

    private static string QuotedName(string expression, ref int at)
    {
        var name = new StringBuilder();
        for (at++; at < expression.Length && expression[at] != '"'; at++)
        {
            if (expression[at] == '\\' && at + 1 < expression.Length && expression[at + 1] is '"' or '\\')
            {
                at++;
            }

            name.Append(expression[at]);
        }

        at++;
        return name.ToString();
    }
}
