using System.Reflection;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.Annotations.Schedule;
using Amazon.Lambda.Annotations.SNS;
using Amazon.Lambda.Annotations.SQS;

namespace Incidents.Functions.Tests.Template;

/// <summary>What invokes a function, in words that are the same for code and template.</summary>
internal static class EventSources
{
    public static IEnumerable<string> Declared(MethodInfo method) =>
    [
        .. method.GetCustomAttributes<SNSEventAttribute>().Select(e => $"SNS {e.Topic}"),
        .. method.GetCustomAttributes<SQSEventAttribute>().Select(e => $"SQS {e.Queue}"),
        .. method.GetCustomAttributes<ScheduleEventAttribute>().Select(e => $"Schedule {e.Schedule}"),
        .. method.GetCustomAttributes<HttpApiAttribute>().Select(e => $"HttpApi {e.Method.ToString().ToUpperInvariant()} {e.Template}"),
    ];

    public static IEnumerable<string> Written(Part function) => function.At("Properties", "Events").Entries.Values.Select(e =>
    {
        var properties = e["Properties"];
        return e["Type"].Text + " " + e["Type"].Text switch
        {
            "SNS" => Referred(properties["Topic"], "!Ref ", ""),
            "SQS" => Referred(properties["Queue"], "!GetAtt ", ".Arn"),
            "Schedule" => properties["Schedule"].Text,
            "HttpApi" => $"{properties["Method"].Text} {properties["Path"].Text}",
            var other => other,
        };
    });

    /// <summary>The name of a resource as the attributes write it: `@AlarmTopic`.</summary>
    private static string Referred(Part source, string tag, string attribute) =>
        source.Text.StartsWith(tag, StringComparison.Ordinal) && source.Text.EndsWith(attribute, StringComparison.Ordinal)
            ? $"@{source.Text[tag.Length..^attribute.Length]}"
            : source.Text;
}
