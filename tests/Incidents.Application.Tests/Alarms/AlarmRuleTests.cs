using static Incidents.Application.Tests.Alarms.Delivered;

namespace Incidents.Application.Tests.Alarms;

public sealed class AlarmRuleTests
{
    [Theory]
    [InlineData("ALARM(a) OR ALARM(b)", "a|b")]
    [InlineData("ALARM(\"a\") AND NOT ALARM(\"b\")", "a")]
    [InlineData("ALARM(a) AND (NOT (ALARM(b) OR ALARM(c)) OR ALARM(d))", "a|d")]
    [InlineData("NOT (ALARM(a) AND NOT ALARM(b))", "b")]
    [InlineData("NOT NOT ALARM(a)", "a")]
    [InlineData("NOT(ALARM(a)) AND ALARM(b)", "b")]
    [InlineData("((((ALARM(a)))))", "a")]
    [InlineData("ALARM(a) OR OK(b) OR INSUFFICIENT_DATA(c)", "a")]
    [InlineData("ALARM(a) OR ALARM(\"a\") OR ALARM( a )", "a")]
    [InlineData("ALARM(\"say \\\"NOT\\\" (twice)\")", "say \"NOT\" (twice)")]
    [InlineData("ALARM(\"NOT\") OR ALARM(\"(\")", "NOT|(")]
    [InlineData("TRUE OR FALSE OR ALARM(a)", "a")]
    [InlineData("AT_LEAST(2, ALARM, (a, \"b c\", d)) AND ALARM(e)", "a|b c|d|e")]
    [InlineData("AT_LEAST(50%, NOT ALARM, (a, b)) OR ALARM(c)", "c")]
    [InlineData("AT_LEAST(1, OK, (a, b)) OR ALARM(c)", "c")]
    [InlineData("NOT AT_LEAST(1, NOT ALARM, (a))", "a")]
    [InlineData("NOT_YET_INVENTED(3, x) OR ALARM(a)", "a")]
    [InlineData("ALARM(a) OR ALARM(\"b", "a|b")]
    [InlineData("ALARM(a) )))) OR ALARM(b", "a|b")]
    [InlineData("", "")]
    [InlineData("ALARM()", "")]
    public void Children_AreThoseWantedInAlarm(string rule, string names)
    {
        var composite = Alarm(Body("cloudwatch/composite-alarm.json").With("AlarmRule", rule)).Composite!;

        Assert.Equal(names, string.Join('|', composite.Children.Select(key => key.Value.Split(":alarm:")[1])));
    }

    [Fact]
    public void Child_ByName_LivesWhereTheCompositeDoes()
    {
        var body = Body("cloudwatch/composite-alarm.json")
            .With("AlarmArn", "arn:aws-cn:cloudwatch:cn-north-1:123456789012:alarm:whole")
            .With("AlarmRule", "ALARM(a) OR ALARM(\"arn:aws-cn:cloudwatch:cn-north-1:123456789012:alarm:b\")");

        Assert.Equal(
            [new("arn:aws-cn:cloudwatch:cn-north-1:123456789012:alarm:a"), new("arn:aws-cn:cloudwatch:cn-north-1:123456789012:alarm:b")],
            Alarm(body).Composite!.Children);
    }

    [Fact]
    public void Children_OfARuleLongerThanAny_AreReadAsFarAsItIsKept()
    {
        var rule = string.Join(" OR ", Enumerable.Range(0, 20_000).Select(i => $"ALARM(a{i})"));

        var composite = Alarm(Body("cloudwatch/composite-alarm.json").With("AlarmRule", rule[..200_000])).Composite!;

        Assert.Equal(10_240, composite.Expression.Length);
        Assert.InRange(composite.Children.Count, 100, 2000);
    }

    [Theory]
    [InlineData("[\"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:checkout-api-cpu-high\"]")]
    [InlineData("[\"checkout-api-cpu-high\"]")]
    [InlineData("[{\"Arn\":\"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:checkout-api-cpu-high\"}]")]
    [InlineData("[]")]
    public void TriggeringChild_IsFoundInEveryForm(string children)
    {
        var body = Body("cloudwatch/composite-alarm.json").With("TriggeringChildren", System.Text.Json.Nodes.JsonNode.Parse(children));

        Assert.Equal("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:checkout-api-cpu-high", Assert.Single(Alarm(body).Composite!.Triggering).Key.Value);
    }
}
