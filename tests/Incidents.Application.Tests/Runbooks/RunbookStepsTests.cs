using Incidents.Application.Runbooks;

namespace Incidents.Application.Tests.Runbooks;

public class RunbookStepsTests
{
    [Fact]
    public void FirstSteps_OfDiagnosis_AreThreeLinesOfPlainText()
    {
        var runbook = Samples.Runbook("a", "alarms: b", """
            ## Meaning

            1. Not this.

            ## Impact

            ## Diagnosis

            Read [this](https://example.com) first.

            1. Look at **{{ alarm.name }}** in
               the [console](https://example.com).

               ```bash
               aws cloudwatch describe-alarms
               ```
            2. Run `aws ecs list-tasks --cluster {{ dimension.Cluster }}`.
            3. Third.
            4. Fourth.

            ## Mitigation

            1. Not this either.
            """);

        Assert.Equal(
            ["Look at checkout-alb-5xx in the console.", "Run aws ecs list-tasks --cluster {{ dimension.Cluster }}.", "Third."],
            runbook.FirstSteps(Samples.Variables()));
    }

    [Fact]
    public void FirstSteps_DiagnosisWithoutNumbers_AreThoseOfMitigation() => Assert.Equal(
        ["Roll back."],
        Samples.Runbook("a", "alarms: b", "## Meaning\n\n## Impact\n\n## Diagnosis\n\n- Look.\n\n## Mitigation\n\n1. Roll back.\n").FirstSteps(Samples.Variables()));

    [Fact]
    public void FirstSteps_NoNumbersAtAll_AreNone() =>
        Assert.Empty(Samples.Runbook("a", "alarms: b").FirstSteps(Samples.Variables()));

    [Fact]
    public void FirstSteps_HostileAlarmName_StaysOnItsLineAndIsCut()
    {
        var runbook = Samples.Runbook("a", "alarms: b", "## Meaning\n\n## Impact\n\n## Diagnosis\n\n1. Look at {{ alarm.name }}.\n2. Second.\n\n## Mitigation\n");

        var steps = runbook.FirstSteps(Samples.Variables(Samples.Alarm("x\n2. <!channel> \u202e" + new string('y', 500))));

        Assert.Equal(2, steps.Count);
        Assert.StartsWith("Look at x 2. <!channel> [U+202E]y", steps[0], StringComparison.Ordinal);
        Assert.EndsWith("y…", steps[0], StringComparison.Ordinal);
        Assert.InRange(steps[0].Length, 190, 201);
    }
}
