using Incidents.Application.Runbooks;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Tests.Runbooks;

internal static class Samples
{
    public static Alarm Alarm(string name = "checkout-alb-5xx", params (string Name, string Value)[] dimensions) => new()
    {
        Key = KeyOf(name),
        Name = name,
        State = AlarmState.Alarm,
        Reason = "Threshold Crossed: 1 datapoint [12.0] was greater than the threshold (5.0).",
        ChangedAt = Instant.FromUtc(2026, 9, 14, 11, 18, 44),
        Origin = new AlarmOrigin("aws", "eu-west-1", "123456789012"),
        Metric = new AlarmMetric
        {
            Namespace = "AWS/ApplicationELB",
            Name = "HTTPCode_Target_5XX_Count",
            Dimensions = [.. dimensions.Select(d => KeyValuePair.Create(d.Name, d.Value))],
        },
    };

    public static Alarm Composite(string name, string child) => Alarm(name) with
    {
        Metric = null,
        Composite = new CompositeRule { Expression = $"ALARM({child})", Triggering = [new CompositeChild(KeyOf(child), AlarmState.Alarm, null)] },
    };

    public static RunbookVariables Variables(Alarm? alarm = null) => RunbookVariables.From(new IncidentNumber(142), new ServiceId("checkout"), alarm ?? Alarm());

    public static Runbook Runbook(string id, string frontMatter, string body = "## Meaning\n\n## Impact\n\n## Diagnosis\n\n## Mitigation\n")
    {
        var reading = RunbookFile.Read($"{id}.md", $"---\ntitle: {id}\n{frontMatter}\n---\n{body}");
        Assert.Empty(reading.Problems);
        return reading.Runbook!;
    }

    private static DedupKey KeyOf(string alarm) => new($"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:{alarm}");
}
