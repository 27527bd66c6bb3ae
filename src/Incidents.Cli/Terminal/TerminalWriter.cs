using System.Globalization;
using System.Text;

namespace Incidents.Cli.Terminal;

/// <summary>Standard output or error: control characters of a text are shown and never obeyed, and that nothing can be written has a name.</summary>
/// <param name="name">What it is called where it cannot be written.</param>
/// <param name="hasColours">Whether colours are written too. Their codes come from here alone.</param>
internal sealed class TerminalWriter(TextWriter inner, string name, bool hasColours = false) : TextWriter
{
    /// <summary>Whether a line that cannot be written is left out. For what goes on all the same: `up` pages without a terminal.</summary>
    public bool MayBeLost { get; set; }

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        var text = VisibleText.Of(buffer);
        Try(() => inner.Write(text));
    }

    public override void WriteLine() => Try(inner.WriteLine);

    public override void WriteLine(string? value)
    {
        var text = VisibleText.Of(value);
        Try(() => inner.WriteLine(text));
    }

    /// <summary>Writes a line with its colours, or without them where the stream has none.</summary>
    public void WriteLine(StyledText line)
    {
        var text = string.Concat(line.Parts.Select(part => Coded(VisibleText.Of(part.Text), part.Colour)));
        Try(() => inner.WriteLine(text));
    }

    public override void Flush() => Try(inner.Flush);

    /// <summary>The spaces of a column around the words stay as they are: some terminals fill them.</summary>
    private string Coded(string text, Colour? colour) => hasColours && colour is { } code && !string.IsNullOrWhiteSpace(text)
        ? string.Create(CultureInfo.InvariantCulture, $"\u001b[{(int)code}m{text.TrimEnd(' ')}\u001b[0m{new string(' ', text.Length - text.TrimEnd(' ').Length)}")
        : text;

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            if (!MayBeLost)
            {
                throw new OutputClosedException($"{name} cannot be written: {(failure.InnerException ?? failure).Message}", failure);
            }
        }
    }
}

/// <summary>Standard output is full or closed. The message is one line.</summary>
internal sealed class OutputClosedException(string message, Exception inner) : Exception(message, inner);
