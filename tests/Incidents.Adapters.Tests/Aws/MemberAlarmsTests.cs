using Amazon.Runtime;
using Incidents.Adapters.Aws;
using Incidents.Adapters.Tests.Store;
using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Adapters.Tests.Aws;

public sealed class MemberAlarmsTests : IAsyncLifetime
{
    private const string Topic = "arn:aws:sns:eu-west-1:123456789012:incidents";
    private const string Role = "arn:aws:iam::111122223333:role/incidents-read";

    private static readonly DedupKey Ours = new("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:ours");
    private static readonly DedupKey Theirs = new("arn:aws:cloudwatch:us-east-1:111122223333:alarm:theirs");

    private readonly FixedClock clock = new(Instant.FromUtc(2026, 9, 14, 11, 20));
    private AwsDouble home = null!;
    private AwsDouble member = null!;
    private AwsDouble sts = null!;

    public async Task InitializeAsync() => (home, member, sts) = (await AwsDouble.Start(), await AwsDouble.Start(), await AwsDouble.Start());

    public async Task DisposeAsync()
    {
        await home.DisposeAsync();
        await member.DisposeAsync();
        await sts.DisposeAsync();
    }

    [Fact]
    public async Task V27_Check_WhenAnAlarmIsOfAMemberAccount_IsAskedThere_ByItsRole_WhichIsAssumedOnce()
    {
        Assume();
        var alarms = Alarms();
        for (var time = 1; time <= 2; time++)
        {
            Answers();
            Assert.Equal(new Dictionary<DedupKey, AlarmState> { [Ours] = AlarmState.Ok, [Theirs] = AlarmState.Alarm }, await alarms.Check([Ours, Theirs, new("heartbeat/backup")], default));
        }

        var assumed = Assert.Single(sts.Requests).Form;
        Assert.Equal(("AssumeRole", Role), (assumed["Action"], assumed["RoleArn"]));
        Assert.Equal(2, member.Requests.Count);
        Assert.All(member.Requests, request => Assert.Equal("of-the-role", request.Headers["X-Amz-Security-Token"]));

        // Shortly before they end.
        clock.Now += Duration.FromMinutes(13);
        Assume();
        Answers();
        await alarms.Check([Theirs], default);
        Assert.Equal(2, sts.Requests.Count);
    }

    [Fact]
    public async Task V27_Check_WhenTheRoleIsMissing_CannotBeAsked_AndIsNeverOk_WhileOthersAre()
    {
        sts.Answer(403, "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>");
        var alarms = Alarms();
        Answers();

        Assert.Equal([Ours], (await alarms.Check([Ours, Theirs], default)).Keys);
        Assert.Null(await alarms.Check(Theirs, default));
        Assert.Equal((1, 0), (sts.Requests.Count, member.Requests.Count));

        // Made meanwhile.
        clock.Now += Duration.FromMinutes(1);
        Assume();
        Answers();
        Assert.Equal(AlarmState.Alarm, await alarms.Check(Theirs, default));
    }

    [Fact]
    public async Task V27_Check_WhenStsAnswersNonsense_CannotBeAsked()
    {
        sts.Answer(200, "<html>canary</html>");

        Assert.Null(await Alarms().Check(Theirs, default));
    }

    private MemberAlarms Alarms()
    {
        var role = new AssumedRole(sts.Open("sts", clock), Role, clock);
        return new(
            new CloudWatchAlarms(home.Open("monitoring", clock), Topic),
            (account, region) => new CloudWatchAlarms(member.Open("monitoring", clock, credentials: role.Get), $"arn:aws:sns:{region}:{account}:incidents"));
    }

    private void Answers()
    {
        home.Answer(200, $$"""{ "MetricAlarms": [{ "AlarmName": "ours", "AlarmArn": "{{Ours.Value}}", "StateValue": "OK" }] }""");
        member.Answer(200, $$"""{ "MetricAlarms": [{ "AlarmName": "theirs", "AlarmArn": "{{Theirs.Value}}", "StateValue": "ALARM" }] }""");
    }

    private void Assume() => sts.Answer(200, $"""
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
          <AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>canary</SecretAccessKey><SessionToken>of-the-role</SessionToken>
          <Expiration>{(clock.Now + Duration.FromMinutes(15)).ToDateTimeUtc():yyyy-MM-ddTHH:mm:ssZ}</Expiration>
        </Credentials></AssumeRoleResult></AssumeRoleResponse>
        """);
}
