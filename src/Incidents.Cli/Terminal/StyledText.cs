namespace Incidents.Cli.Terminal;

/// <summary>Text of which parts have a colour. The text alone says all: a colour repeats what a word says.</summary>
internal sealed class StyledText
{
    private StyledText(IReadOnlyList<(string Text, Colour? Colour)> parts) => Parts = parts;

    public IReadOnlyList<(string Text, Colour? Colour)> Parts { get; }

    public static implicit operator StyledText(string text) => new([(text, null)]);

    public static StyledText operator +(StyledText left, StyledText right) => new([.. left.Parts, .. right.Parts]);

    /// <param name="colour">Null leaves it as it is.</param>
    public static StyledText Of(string text, Colour? colour) => new([(text, colour)]);

    /// <summary>The text with a colour for the word it begins with, up to a length.</summary>
    public static StyledText Beginning(string text, int length, Colour? colour) => Of(text[..length], colour) + text[length..];

    /// <summary>The text without colours.</summary>
    public override string ToString() => string.Concat(Parts.Select(part => part.Text));
}
