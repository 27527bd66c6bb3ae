using System.Text;

namespace Incidents.Application.Runbooks;

/// <summary>All runbooks that could be read, and what is wrong with those that could not.</summary>
/// <remarks>One bad file costs that file only.</remarks>
public sealed record RunbookFolder(RunbookLibrary Library, IReadOnlyList<RunbookProblem> Problems)
{
    private const int MostBytesPerCharacter = 3;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The runbooks of these files.</summary>
    public static RunbookFolder From(IEnumerable<(string FileName, string Text)> files) =>
        Gather(files.OrderBy(f => f.FileName, StringComparer.Ordinal).Select(f => RunbookFile.Read(f.FileName, f.Text)));

    /// <summary>The runbooks of the `.md` files in a directory. Throws <see cref="IOException"/> when the disk does.</summary>
    public static RunbookFolder Read(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return new RunbookFolder(
                RunbookLibrary.Empty,
                [new RunbookProblem(directory, 1, 1, "there is no such folder: make it, or say where the runbooks are", IsWarning: true)]);
        }

        return Gather(Directory.EnumerateFiles(directory, "*.md").Order(StringComparer.Ordinal).Select(ReadFile));
    }

    private static RunbookFolder Gather(IEnumerable<RunbookReading> readings)
    {
        var all = readings.ToList();
        return new RunbookFolder(new RunbookLibrary(all.Select(r => r.Runbook).OfType<Runbook>()), [.. all.SelectMany(r => r.Problems)]);
    }

    private static RunbookReading ReadFile(string path)
    {
        var name = Path.GetFileName(path);
        var report = new RunbookReport(name);
        var length = new FileInfo(path).Length;
        if (length > RunbookFile.LongestText * MostBytesPerCharacter)
        {
            report.Error(1, 1, RunbookFile.TooLong(length));
            return report.Refused();
        }

        try
        {
            return RunbookFile.Read(name, StrictUtf8.GetString(File.ReadAllBytes(path)));
        }
        catch (DecoderFallbackException wrong)
        {
            report.Error(1, 1, $"not UTF-8 (byte {wrong.Index + 1}): save the file as UTF-8");
            return report.Refused();
        }
    }
}
