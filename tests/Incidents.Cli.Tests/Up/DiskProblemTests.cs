using Incidents.Cli.Up;

namespace Incidents.Cli.Tests.Up;

public sealed class DiskProblemTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    private DataDirectory Data => new(folder);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void V55_Lock_WhenAnotherHoldsIt_IsSaidSo()
    {
        using var other = new FileStream(Data.File("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var refused = Assert.ThrowsAny<IOException>(() => new FileStream(Data.File("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));

        Assert.Contains("in use by another", DiskProblem.Of(refused, Data), StringComparison.Ordinal);
    }

    [Fact]
    public void V55_Disk_WhenItIsFull_IsSaidSo()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // A disk that is always full.
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        var refused = Assert.ThrowsAny<IOException>(() => full.Write([1]));

        Assert.Contains("is full", DiskProblem.Of(refused, Data), StringComparison.Ordinal);
    }

    [Fact]
    public void V55_Disk_WhenItIsReadOnly_IsSaidSo()
    {
        if (OperatingSystem.IsLinux())
        {
            Assert.Contains("read-only", DiskProblem.Of(new IOException("Read-only file system", 30), Data), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void V55_Folder_ThatMayNotBeWritten_IsSaidSo()
    {
        var said = DiskProblem.Of(new UnauthorizedAccessException(), Data);

        Assert.Contains("permissions", said, StringComparison.Ordinal);
    }

    [Fact]
    public void V55_Disk_ThatTakesWhatItIsGiven_IsNoProblem_AndKeepsNothingOfIt()
    {
        Assert.Null(DiskProblem.Now(Data));

        Assert.Empty(folder.GetFiles());
    }
}
