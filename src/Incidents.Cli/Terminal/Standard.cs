using System.Text;

namespace Incidents.Cli.Terminal;

/// <summary>The terminal of this process.</summary>
internal static class Standard
{
    private static TerminalWriter? output;

    /// <summary>Puts itself in front of everything that is written. A line on standard error is never worth an end.</summary>
    public static void Use()
    {
        output = new TerminalWriter(Console.Out, "standard output");
        Console.SetOut(output);
        Console.SetError(new TerminalWriter(Console.Error, "standard error") { MayBeLost = true });
    }

    /// <summary>Leaves out from now on what cannot be written.</summary>
    public static void GoOnWithout()
    {
        if (output is { } writer)
        {
            writer.MayBeLost = true;
        }
    }

    /// <summary>For what writes bytes, such as JSON: they are written when it is disposed.</summary>
    public static Stream Open() => new Bytes();

    private sealed class Bytes : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (disposing && CanRead)
            {
                Console.Out.Write(Encoding.UTF8.GetString(GetBuffer().AsSpan(0, (int)Length)));
            }

            base.Dispose(disposing);
        }
    }
}
