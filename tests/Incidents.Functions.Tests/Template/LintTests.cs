using System.ComponentModel;
using System.Diagnostics;

namespace Incidents.Functions.Tests.Template;

/// <summary>cfn-lint finds nothing, where it is installed; the pipeline installs it.</summary>
public class LintTests
{
    [Theory]
    [InlineData("template.yaml")]
    [InlineData("account.yaml")]
    [InlineData("examples/alarms.yaml")]
    [InlineData("pipeline/pipeline.yaml")]
    public async Task Template_HasNothingThatCfnLintFinds(string path)
    {
        using var lint = Start(path);
        if (lint is not null)
        {
            var findings = await lint.StandardOutput.ReadToEndAsync();
            await lint.WaitForExitAsync();
            Assert.Equal("", findings);
            Assert.Equal(0, lint.ExitCode);
        }
    }

    private static Process? Start(string path)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("cfn-lint", [path]) { WorkingDirectory = AppContext.BaseDirectory, RedirectStandardOutput = true });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
