using System.Security.Cryptography;

namespace Incidents.Cli;

/// <summary>The folder where a local run keeps what must survive it: incidents, keys, the API token.</summary>
internal sealed class DataDirectory(DirectoryInfo folder)
{
    public string Path => folder.FullName;

    /// <summary>The embedded store's file.</summary>
    public string Store => File("incidents.db");

    /// <summary>The messages the Slack preview has shown.</summary>
    public string SlackMessages => File("slack-messages.ndjson");

    /// <summary>Makes the folder, readable by its owner only.</summary>
    public void Create()
    {
        Directory.CreateDirectory(Path);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Writes a little and takes it away again.</summary>
    /// <exception cref="IOException">The disk is full, read-only or gone.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public void Probe()
    {
        var path = File($"probe-{Guid.NewGuid():N}");
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            file.Write(new byte[LeastRoom]);
            file.Flush(flushToDisk: true);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    // What the store needs to begin with.
    private const int LeastRoom = 256 * 1024;

    /// <summary>The bearer token of the API; null before the first `up`.</summary>
    public string? Token() => Read("token");

    /// <summary>The bearer token of the API, made at the first call.</summary>
    public string EnsureToken() => Ensure("token");

    /// <summary>The secret that stands in for Slack's while no real one is set.</summary>
    public string EnsureSlackSecret() => Ensure("slack-signing-secret");

    /// <summary>Id of the person who acts from here; null when none is kept.</summary>
    public string? WhoActs() => Read("whoami") is { Length: > 0 } id ? id : null;

    /// <summary>Keeps who acts from here; null keeps none.</summary>
    public void KeepWhoActs(string? person)
    {
        Create();
        System.IO.File.WriteAllText(File("whoami"), person ?? "");
    }

    /// <summary>Where the bearer token of the API is kept.</summary>
    public string TokenFile => File("token");

    /// <summary>Takes the directory for one process; disposing gives it back.</summary>
    /// <exception cref="IOException">Another process has it.</exception>
    public FileStream Claim() => new(File("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Whether a process has the directory: what is kept about a running `up` counts only then.</summary>
    public bool IsInUse()
    {
        if (!System.IO.File.Exists(File("lock")))
        {
            return false;
        }

        try
        {
            using var look = new FileStream(File("lock"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Where `up` listens; null when none runs.</summary>
    public Uri? RunningAt() => IsInUse() ? LastAt() : null;

    /// <summary>Where `up` listens or listened last; null when none ever did.</summary>
    public Uri? LastAt() => Uri.TryCreate(Read("url"), UriKind.Absolute, out var url) ? url : null;

    /// <summary>Says where `up` listens.</summary>
    public void SetRunningAt(Uri url) => System.IO.File.WriteAllText(File("url"), url.ToString());

    /// <summary>Where the embedded store of the last `up` answers or answered; null when none ever did.</summary>
    public Uri? StoreAt() => Uri.TryCreate(Read("store-url"), UriKind.Absolute, out var url) ? url : null;

    /// <summary>Says where the embedded store answers.</summary>
    public void SetStoreAt(Uri url) => System.IO.File.WriteAllText(File("store-url"), url.ToString());

    public string File(string name) => System.IO.Path.Combine(Path, name);

    private string? Read(string name) => System.IO.File.Exists(File(name)) ? System.IO.File.ReadAllText(File(name)).Trim() : null;

    private string Ensure(string name)
    {
        if (Read(name) is { Length: > 0 } known)
        {
            return known;
        }

        var made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        System.IO.File.WriteAllText(File(name), made);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(File(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return made;
    }
}
