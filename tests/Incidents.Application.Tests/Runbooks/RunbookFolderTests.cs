using Incidents.Application.Runbooks;

namespace Incidents.Application.Tests.Runbooks;

public sealed class RunbookFolderTests : IDisposable
{
    private const string Good = "---\ntitle: a\nalarms: b\n---\n## Meaning\n\n## Impact\n\n## Diagnosis\n\n## Mitigation\n";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("runbooks");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Read_OneBadFile_CostsThatFileOnly()
    {
        Write("good.md", Good);
        Write("bad.md", "no front matter");
        Write("notes.txt", "not a runbook");

        var read = RunbookFolder.Read(folder.FullName);

        Assert.Equal("good", Assert.Single(read.Library.All).Id);
        Assert.StartsWith(At("bad.md:1:1: error: "), Assert.Single(read.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void C29_FileThatIsNotUtf8_NamesTheByte()
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, "latin1.md"), [.. "---\n"u8, 0xE9, 0x0A]);

        Assert.Equal(At("latin1.md:2:1: error: This is not UTF-8. Save the file in the encoding UTF-8."), Assert.Single(RunbookFolder.Read(folder.FullName).Problems).ToString());
    }

    [Fact]
    public void C33_FileOfTwoMegabytes_IsRefusedUnread()
    {
        Write("big.md", new string('x', 2 * 1024 * 1024));

        Assert.Equal(
            At("big.md:1:1: error: A runbook may have 256 KB, and this has more. Keep what is needed at night and link to the rest."),
            Assert.Single(RunbookFolder.Read(folder.FullName).Problems).ToString());
    }

    [Fact]
    public void Read_NoSuchFolder_IsAnEmptyLibraryAndAWarning()
    {
        var read = RunbookFolder.Read(Path.Combine(folder.FullName, "none"));

        Assert.Empty(read.Library.All);
        Assert.True(Assert.Single(read.Problems).IsWarning);
    }

    [Fact]
    public void From_Texts_ReadsThemByName() =>
        Assert.Equal(["a", "b"], RunbookFolder.From([("b.md", Good), ("a.md", Good)]).Library.All.Select(r => r.Id));

    private string At(string problem) => Path.Combine(folder.FullName, problem);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);
}
