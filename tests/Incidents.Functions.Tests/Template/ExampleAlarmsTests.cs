namespace Incidents.Functions.Tests.Template;

/// <summary>The example shows what pages and what only feeds it.</summary>
public class ExampleAlarmsTests
{
    private static readonly Dictionary<string, Part> Resources = StackTemplate.Beside("examples/alarms.yaml")["Resources"].Entries.ToDictionary();

    [Fact]
    public void TheCompositeAlone_GoesToTheTopic_BothWays()
    {
        var wired = Resources.Where(r => r.Value.At("Properties", "AlarmActions").Exists).ToList();

        var composite = Assert.Single(wired).Value;
        Assert.Equal("AWS::CloudWatch::CompositeAlarm", composite["Type"].Text);
        Assert.Equal("!Ref AlarmTopicArn", Assert.Single(composite.At("Properties", "AlarmActions").Items).Text);
        Assert.Equal("!Ref AlarmTopicArn", Assert.Single(composite.At("Properties", "OKActions").Items).Text);
    }

    [Fact]
    public void TheComposite_NeedsBoth_AndIsSuppressed()
    {
        var composite = Resources["Degraded"]["Properties"];

        Assert.Equal("!Sub ALARM(\"${ServerErrors}\") AND ALARM(\"${SuccessRate}\")", composite["AlarmRule"].Text);
        Assert.Equal("!Ref Deploying", composite["ActionsSuppressor"].Text);
    }
}
