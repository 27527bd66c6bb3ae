namespace Incidents.Cli.Tests;

public class CheckTests
{
    [Fact]
    public async Task Init_ThenCheck_IsGood()
    {
        using var sandbox = new Sandbox();
        var folder = Path.Combine(sandbox.Data, "fresh");

        Assert.Equal(0, (await sandbox.Run("init", "--config", folder)).ExitCode);
        Assert.Equal(new Finished(0, "good", ""), await sandbox.Run("check", folder));
    }

    [Fact]
    public async Task SomebodyWhomNothingWakes_IsRefused_WithThePlaceAndTheFix()
    {
        using var sandbox = new Sandbox();
        sandbox.File("oncall.yaml", "people:\n  ada: { name: Ada, slack: U0ADA00001 }\ncatch_all:\n  targets: [person: ada]\n");

        var check = await sandbox.Run("check", sandbox.Data);

        Assert.Equal(1, check.ExitCode);
        Assert.Contains("oncall.yaml:2:3: error: Ada is paged at night by the catch-all and has only Slack or e-mail", check.Output, StringComparison.Ordinal);
        Assert.EndsWith("not good yet", check.Output, StringComparison.Ordinal);
    }
}
