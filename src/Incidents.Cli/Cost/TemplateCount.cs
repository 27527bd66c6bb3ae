using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Incidents.Cli.Cost;

/// <summary>What of a stack's template is paid for by its mere presence.</summary>
/// <param name="AlarmMetrics">CloudWatch charges an alarm for each metric it looks at.</param>
/// <param name="CustomMetrics">Names in the stack's own namespace that alarms and dashboards show.</param>
/// <param name="PolledQueues">Queues that Lambda asks for messages without pause.</param>
internal sealed partial record TemplateCount(int AlarmMetrics, int CompositeAlarms, int CustomMetrics, int Dashboards, int PolledQueues)
{
    private const string Namespace = "Incidents";

    /// <exception cref="YamlException">It is no YAML.</exception>
    public static TemplateCount Of(TextReader template)
    {
        var stream = new YamlStream();
        stream.Load(template);
        var resources = Child(stream.Documents is [var only, ..] ? only.RootNode : null, "Resources") is YamlMappingNode map ? map.Children.Values.ToList() : [];
        var metrics = resources.SelectMany(All).OfType<YamlMappingNode>()
            .Where(node => Text(node, "Namespace") == Namespace && Text(node, "MetricName") is not null)
            .Select(node => Text(node, "MetricName")!)
            .Concat(resources.Where(resource => Text(resource, "Type") == "AWS::CloudWatch::Dashboard").SelectMany(All).OfType<YamlScalarNode>()
                .SelectMany(text => Shown().Matches(text.Value ?? "").Select(match => match.Groups[1].Value)));
        return new TemplateCount(
            resources.Where(resource => Text(resource, "Type") == "AWS::CloudWatch::Alarm").Sum(alarm => All(alarm).OfType<YamlMappingNode>().Count(node => Text(node, "MetricName") is not null)),
            resources.Count(resource => Text(resource, "Type") == "AWS::CloudWatch::CompositeAlarm"),
            metrics.Distinct().Count(),
            resources.Count(resource => Text(resource, "Type") == "AWS::CloudWatch::Dashboard"),
            resources.Where(resource => Text(resource, "Type") == "AWS::Serverless::Function").SelectMany(All).Count(node => Text(node, "Type") == "SQS"));
    }

    private static IEnumerable<YamlNode> All(YamlNode node) => node.AllNodes;

    private static string? Text(YamlNode node, string key) => (Child(node, key) as YamlScalarNode)?.Value;

    private static YamlNode? Child(YamlNode? node, string key) => node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    /// <summary>A metric in a dashboard's JSON: `["Incidents", "PagesSent", …`.</summary>
    [GeneratedRegex("""\[\s*"Incidents"\s*,\s*"([A-Za-z0-9]{1,255})""" + "\"", RegexOptions.CultureInvariant)]
    private static partial Regex Shown();
}
