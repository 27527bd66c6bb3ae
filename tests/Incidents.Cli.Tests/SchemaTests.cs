using Incidents.Configuration.Authoring.Schema;

namespace Incidents.Cli.Tests;

public class SchemaTests
{
    [Fact]
    public async Task Init_WritesTheSchemaBesideTheFileThatNamesIt()
    {
        using var sandbox = new Sandbox();
        var folder = Path.Combine(sandbox.Data, "fresh");

        await sandbox.Run("init", "--config", folder);

        Assert.Equal(ConfigurationSchema.Text, await File.ReadAllTextAsync(Path.Combine(folder, ConfigurationSchema.FileName)));
        Assert.Contains($"$schema={ConfigurationSchema.FileName}", await File.ReadAllTextAsync(Path.Combine(folder, "oncall.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_IntoAFolderThatIsNone_SaysSo()
    {
        using var sandbox = new Sandbox();

        var written = await sandbox.Run("schema", "--write", "--config", Path.Combine(sandbox.Data, "nowhere"));

        Assert.Equal(1, written.ExitCode);
        Assert.Contains("there is no folder", written.Errors, StringComparison.Ordinal);
    }
}
