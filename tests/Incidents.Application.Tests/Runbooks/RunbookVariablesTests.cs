using Incidents.Application.Runbooks;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Tests.Runbooks;

public class RunbookVariablesTests
{
    [Theory]
    [InlineData("incident", "INC-142")]
    [InlineData("service", "checkout")]
    [InlineData("region", "eu-west-1")]
    [InlineData("account", "123456789012")]
    [InlineData("partition", "aws")]
    [InlineData("alarm.name", "checkout-alb-5xx")]
    [InlineData("alarm.arn", "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:checkout-alb-5xx")]
    [InlineData("alarm.state", "ALARM")]
    [InlineData("alarm.changed_at", "2026-09-14T11:18:44Z")]
    [InlineData("metric.namespace", "AWS/ApplicationELB")]
    [InlineData("metric.name", "HTTPCode_Target_5XX_Count")]
    [InlineData("window.start", "2026-09-14T10:48:44Z")]
    [InlineData("window.end", "2026-09-14T11:48:44Z")]
    [InlineData("window.start_epoch", "1789382924")]
    [InlineData("window.end_epoch", "1789386524")]
    [InlineData("dimension.LoadBalancer", "app/checkout/50dc6c495c0c9188")]
    public void Find_KnownName_IsTheAlarmsValue(string name, string value)
    {
        var variables = Samples.Variables(Samples.Alarm("checkout-alb-5xx", ("LoadBalancer", "app/checkout/50dc6c495c0c9188")));

        Assert.Equal(value, variables.Find(name));
        Assert.True(RunbookVariables.IsKnown(name));
    }

    [Theory]
    [InlineData("dimension.TableName")]
    [InlineData("alarm.description")]
    [InlineData("Region")]
    [InlineData("nothing")]
    public void Find_WhatTheAlarmDoesNotSay_IsNull(string name) => Assert.Null(Samples.Variables().Find(name));

    [Fact]
    public void Find_WithoutAlarm_OnlyIncidentAndService()
    {
        var variables = RunbookVariables.From(new IncidentNumber(7), new ServiceId("checkout"), null);

        Assert.Equal(("INC-7", "checkout", null), (variables.Find("incident"), variables.Find("service"), variables.Find("region")));
    }

    [Fact]
    public void Find_DimensionOfAContributor_IsItsAttribute()
    {
        var alarm = Samples.Alarm() with { Contributor = new AlarmContributor("1", new Dictionary<string, string> { ["FunctionName"] = "pay" }) };

        Assert.Equal("pay", Samples.Variables(alarm).Find("dimension.FunctionName"));
    }

    [Fact]
    public void From_AlarmAtTheEndOfTime_HasAWindow() =>
        Assert.NotNull(Samples.Variables(Samples.Alarm() with { ChangedAt = Instant.MaxValue }).Find("window.end"));
}
