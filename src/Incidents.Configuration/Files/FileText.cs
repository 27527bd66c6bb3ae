using System.Diagnostics.CodeAnalysis;
using System.Text;
using Incidents.Configuration.Yaml;
using Incidents.Domain.Configuration;

namespace Incidents.Configuration.Files;

/// <summary>From the bytes of a file to text that is safe to parse and to quote in messages.</summary>
internal static class FileText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without byte order mark and with plain line ends.</summary>
    public static bool TryRead(ConfigurationFile file, ProblemList problems, [NotNullWhen(true)] out string? text)
    {
        text = Decode(file, problems)?.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (text is null)
        {
            return false;
        }

        foreach (var (line, column, kind) in SecretScan.Find(text))
        {
            problems.Error(new Place(file.Name, line, column), $"This looks like {kind}. Keep it out of the file: store it as a secret, write the secret's name here, and replace it, since it was on disk.");
            text = null;
        }

        return text is not null;
    }

    private static string? Decode(ConfigurationFile file, ProblemList problems)
    {
        var bytes = file.Content.Span;
        try
        {
            return Strict.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
        }
        catch (DecoderFallbackException e)
        {
            var line = bytes[..Math.Clamp(e.Index, 0, bytes.Length)].Count((byte)'\n') + 1;
            problems.Error(new Place(file.Name, line, 1), "This is not UTF-8. Save the file in the encoding UTF-8.");
            return null;
        }
    }
}
