using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Incidents.Configuration.Yaml;

/// <summary>Refuses, before a tree is built, what configuration has no use for and attackers have: aliases, tags, deep nesting.</summary>
internal sealed class GuardedParser(IParser inner) : IParser
{
    private const int Deepest = 16;
    private int depth;

    public ParsingEvent? Current => inner.Current;

    public bool MoveNext()
    {
        var moved = inner.MoveNext();
        if (!moved || Current is not { } current)
        {
            return moved;
        }

        depth += current.NestingIncrease;
        var refusal = current switch
        {
            AnchorAlias alias => $"A value that begins with * refers to another one in YAML, which is not used here. Quote it if it is a pattern: \"*{alias.Value}\".",
            NodeEvent { Anchor.IsEmpty: false } => "A value that begins with & names an anchor in YAML, which is not used here. Quote it if it is text.",
            NodeEvent { Tag.IsEmpty: false } => "A value that begins with ! is a tag in YAML, which is not used here. Quote it if it is text.",
            _ when depth > Deepest => $"This is nested more than {Deepest} levels deep. Check the indentation.",
            _ => null,
        };
        return refusal is null ? moved : throw new RefusedYamlException(current.Start, current.End, refusal);
    }
}

/// <summary>YAML that is well-formed and refused all the same; the message is for its author.</summary>
internal sealed class RefusedYamlException(Mark start, Mark end, string message) : YamlException(start, end, message);
