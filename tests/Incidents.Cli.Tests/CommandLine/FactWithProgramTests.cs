namespace Incidents.Cli.Tests.CommandLine;

/// <summary>A test without its program is said to be skipped, with the program's name.</summary>
public class FactWithProgramTests
{
    [Fact]
    public void Test_WhenItsProgramIsMissing_IsSkipped() => Assert.Equal("no-such-program is not on PATH", new FactWithProgramAttribute("no-such-program").Skip);

    [Fact]
    public void Test_WhenItsProgramIsThere_IsRun() => Assert.Null(new FactWithProgramAttribute("sh").Skip);
}
