namespace Incidents.Application.Alarms.CloudWatch;

/// <summary>
/// The rule of a composite alarm, read for one question: which alarms does it want in ALARM? What stands under NOT is the
/// opposite of that, and OK(…) and INSUFFICIENT_DATA(…) name alarms for another reason.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-combining.html</remarks>
public static class AlarmRule
{
    /// <summary>Names or ARNs as the rule has them, in its order, each once. A rule that is cut or odd gives what can be read of it.</summary>
    public static IReadOnlyList<string> Children(string expression)
    {
        var children = new List<string>();
        var tokens = new Queue<RuleToken>(RuleToken.Split(expression));
        var groups = new Stack<bool>([false]);
        var not = false;
        while (tokens.TryDequeue(out var token))
        {
            switch (token.Keyword)
            {
                case "NOT":
                    not = !not;
                    continue;
                case "(":
                    groups.Push(groups.Peek() ^ not);
                    break;
                case ")" when groups.Count > 1:
                    groups.Pop();
                    break;
                case "ALARM" or "OK" or "INSUFFICIENT_DATA" when NextIs(tokens, "("):
                    var named = Arguments(tokens);
                    Collect(named, token.Keyword == "ALARM" && !(groups.Peek() ^ not), children);
                    break;
                case "AT_LEAST" when NextIs(tokens, "("):
                    var arguments = Arguments(tokens);
                    var condition = arguments.SkipWhile(argument => argument.Keyword != ",").Skip(1).Take(2).ToList();
                    var negated = condition is [{ Keyword: "NOT" }, ..];
                    var state = condition.LastOrDefault(argument => argument.Keyword != ",").Keyword;
                    var listed = arguments.SkipWhile(argument => argument.Keyword != "(");
                    Collect(listed, state == "ALARM" && !(groups.Peek() ^ not ^ negated), children);
                    break;
            }

            not = false;
        }

        return [.. children.Distinct()];
    }

    private static bool NextIs(Queue<RuleToken> tokens, string keyword) =>
        tokens.TryPeek(out var next) && next.Keyword == keyword;

    private static List<RuleToken> Arguments(Queue<RuleToken> tokens)
    {
        tokens.Dequeue();
        var arguments = new List<RuleToken>();
        for (var depth = 1; depth > 0 && tokens.TryDequeue(out var token);)
        {
            depth += token.Keyword switch { "(" => 1, ")" => -1, _ => 0 };
            arguments.Add(token);
        }

        return arguments;
    }

    private static void Collect(IEnumerable<RuleToken> tokens, bool wanted, List<string> children)
    {
        if (wanted)
        {
            children.AddRange(tokens.Where(token => token.IsName).Select(token => token.Text));
        }
    }
}
