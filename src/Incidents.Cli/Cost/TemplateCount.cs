using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Incidents.Cli.Cost;

/// <summary>What of a stack's template is paid for while nothing happens, as it is deployed without any parameter.</summary>
/// <param name="AlarmMetrics">CloudWatch charges an alarm for each metric it looks at.</param>
/// <param name="PolledQueues">Queues that Lambda asks for messages without pause.</param>
/// <param name="TickMegabytes">Memory of the function that runs every minute; 0 when there is none.</param>
internal sealed record TemplateCount(int AlarmMetrics, int CompositeAlarms, int Dashboards, int PolledQueues, int TickMegabytes)
{
    /// <exception cref="YamlException">It is no YAML.</exception>
    public static TemplateCount Of(TextReader template)
    {
        var stream = new YamlStream();
        stream.Load(template);
        var root = stream.Documents is [var only, ..] ? only.RootNode : null;
        var conditions = new DefaultConditions(root);
        var resources = Yaml.Entries(Yaml.Child(root, "Resources")).Where(resource => conditions.Hold(Yaml.Text(resource.Value, "Condition"))).ToList();
        var tick = resources.FirstOrDefault(resource => resource.Key == "Tick").Value;
        return new TemplateCount(
            OfType("AWS::CloudWatch::Alarm").Sum(alarm => alarm.AllNodes.Count(node => Yaml.Text(node, "MetricName") is not null)),
            OfType("AWS::CloudWatch::CompositeAlarm").Count(),
            OfType("AWS::CloudWatch::Dashboard").Count(),
            OfType("AWS::Serverless::Function").Sum(function => Yaml.Entries(Yaml.Child(Yaml.Child(function, "Properties"), "Events")).Count(source => Yaml.Text(source.Value, "Type") == "SQS")),
            int.TryParse(Yaml.Text(Yaml.Child(tick, "Properties"), "MemorySize"), NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) ? megabytes : 0);

        IEnumerable<YamlNode> OfType(string type) => resources.Where(resource => Yaml.Text(resource.Value, "Type") == type).Select(resource => resource.Value);
    }
}
