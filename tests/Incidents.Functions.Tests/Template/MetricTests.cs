using System.Reflection;
using System.Text.RegularExpressions;
using Incidents.Adapters.Metrics;
using Incidents.Application.Measuring;

namespace Incidents.Functions.Tests.Template;

/// <summary>What alarms and the dashboard name is what the functions measure: a metric of another name is silence.</summary>
public partial class MetricTests
{
    private static readonly string[] Measured = [.. typeof(MetricNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!)];

    private static readonly string[] Watched =
        [.. StackTemplate.Resources.Values.SelectMany(resource => resource.All).Where(part => part["Namespace"].Text == EmbeddedMetrics.Namespace).Select(part => part["MetricName"].Text)];

    private static readonly string[] Shown =
        [.. OurMetric().Matches(StackTemplate.Resource("Dashboard").At("Properties", "DashboardBody").Text).Select(match => match.Groups[1].Value)];

    [Fact]
    public void WhatAlarmsWatch_IsMeasured()
    {
        Assert.NotEmpty(Watched);
        Assert.Subset(Measured.ToHashSet(), Watched.ToHashSet());
    }

    [Fact]
    public void WhatTheDashboardShows_IsMeasured() => Assert.Subset(Measured.ToHashSet(), Shown.ToHashSet());

    [Fact]
    public void WhatIsMeasured_IsWatchedOrShown() => Assert.Empty(Measured.Except(Watched).Except(Shown));

    [GeneratedRegex("\\[\"Incidents\",\"(\\w+)\"")]
    private static partial Regex OurMetric();
}
