using System.Text.Json.Nodes;
using Incidents.Functions.Tests.Template;

namespace Incidents.Functions.Tests.Stance;

/// <summary>Every place where one service hands something to another and does not wait for what becomes of it.</summary>
internal static class Hops
{
    private static readonly string[] Asynchronous = ["SNS", "Schedule", "ScheduleV2", "EventBridgeRule"];

    public static IEnumerable<JsonNode> Events(JsonNode function, params string[] types) =>
        (function["Events"]?.AsObject() ?? []).Select(e => e.Value!).Where(e => types.Contains((string?)e["Type"])).Select(e => e["Properties"]!);

    public static bool IsAsynchronous(JsonNode function) => Events(function, Asynchronous).Any();

    public static IEnumerable<string> SubscriptionsWithoutQueue(Deployed stack) =>
        Functions(stack, p => Events(p, "SNS").Any(e => e["RedrivePolicy"]?["deadLetterTargetArn"] is null))
            .Concat(stack.OfType("AWS::SNS::Subscription").Where(s => s.Value["Properties"]!["RedrivePolicy"] is null).Select(s => s.Key));

    public static IEnumerable<string> RulesWithoutQueue(Deployed stack) =>
        Functions(stack, p => Events(p, "Schedule", "ScheduleV2", "EventBridgeRule").Any(e => e["DeadLetterConfig"] is null))
            .Concat(stack.OfType("AWS::Events::Rule").Where(r => r.Value["Properties"]!["Targets"]!.AsArray().Any(t => t!["DeadLetterConfig"] is null)).Select(r => r.Key));

    public static IEnumerable<string> SourcesWithoutQueue(Deployed stack)
    {
        var sources = Functions(stack, _ => true).SelectMany(name => Events(stack.Properties(name), "SQS")).Select(e => (string)e["Queue"]!).ToHashSet();
        return stack.OfType("AWS::SQS::Queue")
            .Where(q => sources.Contains(Physical.Attribute(q.Key, "AWS::SQS::Queue", "Arn")) && q.Value["Properties"]!["RedrivePolicy"]?["deadLetterTargetArn"] is null)
            .Select(q => q.Key);
    }

    private static IEnumerable<string> Functions(Deployed stack, Func<JsonNode, bool> which) =>
        stack.OfType("AWS::Serverless::Function").Where(f => which(f.Value["Properties"]!)).Select(f => f.Key);
}
