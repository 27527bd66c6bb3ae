using Incidents.Adapters.CommandLine.Api;
using Incidents.Cli.Doctor;
using Incidents.Cli.Tests.Doctor.Stack;

namespace Incidents.Cli.Tests.Doctor;

public class DoctorTests
{
    private static readonly Uri Address = new("http://127.0.0.1:5080");

    [Theory]
    [InlineData(200, false, 12, 0, "")]
    [InlineData(503, false, -1, 0, "its store does not")]
    [InlineData(503, true, 400, 0, "the last sweep was 400 s ago: pages are late")]
    [InlineData(503, true, -1, 0, "no sweep has ever finished")]
    [InlineData(404, false, -1, 0, "something else listens there")]
    [InlineData(200, false, 12, -95, "95 s apart")]
    public void Health_IsJudged_AndErrorsHaveTheirFix(int status, bool late, int age, int skew, string error)
    {
        var findings = RunningInstanceCheck.Judge(Address, new HealthAnswer(status, late, age < 0 ? null : TimeSpan.FromSeconds(age), TimeSpan.FromSeconds(skew)));

        var errors = findings.Where(finding => finding.Level == Level.Error).ToList();
        Assert.Equal(error.Length == 0 ? 0 : 1, errors.Count);
        Assert.All(errors, finding => Assert.NotNull(finding.Fix));
        Assert.All(errors, finding => Assert.Contains(error, finding.What, StringComparison.Ordinal));
    }

    [Fact]
    public async Task NothingRuns_IsAnError_AndWhatIsGoodIsToldAllTheSame()
    {
        using var sandbox = new Sandbox();

        var run = await sandbox.Run("doctor", "--data", sandbox.Data);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("ok     the configuration is valid", run.Output, StringComparison.Ordinal);
        Assert.Contains("ERROR  nothing has run on", run.Output, StringComparison.Ordinal);
        Assert.Contains("fix: ./incidents up", run.Output, StringComparison.Ordinal);
        Assert.Contains("Slack: no webhook in this shell", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunningInstance_HasNoErrors()
    {
        using var sandbox = new Sandbox();
        await sandbox.Up();

        var run = await sandbox.Run("doctor", "--data", sandbox.Data);

        Assert.Contains($"ok     http://127.0.0.1:{sandbox.Port}/ answers, and its store does", run.Output, StringComparison.Ordinal);
        Assert.Contains("ok     its clock and this one agree", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ERROR", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task SomebodyWhomNothingWakes_IsNamed()
    {
        using var sandbox = new Sandbox();
        sandbox.File("oncall.yaml", "people:\n  ada: { name: Ada, slack: U0ADA00001 }\ncatch_all:\n  targets: [person: ada]\n");

        var run = await sandbox.Run("doctor", "--data", sandbox.Data, "--config", sandbox.Data);

        Assert.Contains("Ada: slack; nothing of it wakes anybody", run.Output, StringComparison.Ordinal);
        Assert.Contains("oncall.yaml:2:3", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task V13_Doctor_WithoutAWatchdog_Warns_AndNamesTheKey()
    {
        using var sandbox = new Sandbox();
        const string Team = "people:\n  ada: { name: Ada, slack: U0ADA00001 }\ncatch_all:\n  targets: [person: ada]\n";
        sandbox.File("oncall.yaml", Team);
        var without = await sandbox.Run("doctor", "--data", sandbox.Data, "--config", sandbox.Data);
        sandbox.File("oncall.yaml", $"{Team}watchdog: watchdog-url\n");
        var with = await sandbox.Run("doctor", "--data", sandbox.Data, "--config", sandbox.Data);

        Assert.Contains("warn   nothing outside watches this installation", without.Output, StringComparison.Ordinal);
        Assert.Contains("watchdog: watchdog-url", without.Output, StringComparison.Ordinal);
        Assert.Contains("ok     each good tick calls the address in the secret watchdog-url", with.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stack_IsAskedWhereTheEnvironmentSays()
    {
        await using var aws = await Stack.AccountDouble.Start();
        using var sandbox = new Sandbox();
        sandbox.Environment = new()
        {
            ["AWS_ENDPOINT_URL"] = "http://127.0.0.1:9",
            ["AWS_ACCESS_KEY_ID"] = "AKIAIOSFODNN7EXAMPLE",
            ["AWS_SECRET_ACCESS_KEY"] = "canary/K7MDENG/bPxRfiCYEXAMPLEKEY",
            ["AWS_REGION"] = "eu-west-1",
        };
        foreach (var service in new[] { "CLOUDFORMATION", "CLOUDWATCH", "DYNAMODB", "SESV2", "SSM", "PINPOINT_SMS_VOICE_V2", "SQS", "SNS" })
        {
            sandbox.Environment[$"AWS_ENDPOINT_URL_{service}"] = aws.Address.ToString();
        }

        var run = await sandbox.Run("doctor", "--stack", "incidents");
        aws.Change("GetQueueAttributes", """{"Attributes":{"ApproximateNumberOfMessages":"2"}}""");
        var parked = await sandbox.Run("doctor", "--stack", "incidents");

        Assert.Contains("ok     the stack incidents is UPDATE_COMPLETE", run.Output, StringComparison.Ordinal);
        Assert.Contains("0 errors", run.Output, StringComparison.Ordinal);
        Assert.Equal((0, 1), (run.ExitCode, parked.ExitCode));
        Assert.Contains("ERROR  2 alarms were given up", parked.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stack_NeedsANameAndARegion()
    {
        using var sandbox = new Sandbox();
        sandbox.Environment = new() { ["AWS_REGION"] = null, ["AWS_DEFAULT_REGION"] = null, ["AWS_PROFILE"] = null, ["HOME"] = sandbox.Data };

        var odd = await sandbox.Run("doctor", "--stack", "x; rm -rf /", "--region", "eu-west-1");
        var nowhere = await sandbox.Run("doctor", "--stack", "incidents");

        Assert.Equal((2, 2), (odd.ExitCode, nowhere.ExitCode));
        Assert.Contains("--stack is the name", odd.Errors, StringComparison.Ordinal);
        Assert.Contains("--region", nowhere.Errors, StringComparison.Ordinal);
    }
}
