using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Incidents.Functions.Tests.Template;

/// <summary>The template as CloudFormation would deploy it: conditions decided, intrinsic functions computed, what has no value left out.</summary>
internal sealed class Deployed
{
    private readonly Intrinsics intrinsics;

    private Deployed(Part template, IReadOnlyDictionary<string, string> parameters)
    {
        intrinsics = new Intrinsics(template, parameters);
        Resources = template["Resources"].Entries
            .Where(r => r.Value["Condition"].Text is not { Length: > 0 } condition || intrinsics.Holds(condition))
            .ToDictionary(r => r.Key, r => Compute(r.Value));
        Globals = Compute(template.At("Globals", "Function"));
        Outputs = template["Outputs"].Entries
            .Where(o => o.Value["Condition"].Text is not { Length: > 0 } condition || intrinsics.Holds(condition))
            .ToDictionary(o => o.Key, o => (string)Compute(o.Value)["Value"]!);
    }

    /// <summary>Nothing but defaults.</summary>
    public static Deployed ByDefault { get; } = new(StackTemplate.Root, new Dictionary<string, string>());

    /// <summary>Everything that a parameter can switch on.</summary>
    public static Deployed WithEverything { get; } = new(StackTemplate.Root, Everything.Where(given => given.Key is not ("ProveNewVersions" or "TextReplies")).ToDictionary());

    /// <summary>No parameter as it is by default.</summary>
    public static Deployed WithEveryParameter { get; } = new(StackTemplate.Root, Everything);

    /// <summary>A value for every parameter, other than its default.</summary>
    public static IReadOnlyDictionary<string, string> Everything => new Dictionary<string, string>
    {
        ["SlackChannelWebhookParameterArns"] = Parameter("slack-webhook-payments"),
        ["ChannelSecretParameterArns"] = $"{Parameter("ana-push")},{Parameter("pushover-token")}",
        ["EmailIdentityArns"] = $"arn:aws:ses:{Physical.Region}:{Physical.Account}:identity/incidents@example.com",
        ["PhoneOriginationArns"] = $"arn:aws:sms-voice:{Physical.Region}:{Physical.Account}:phone-number/phone-1",
        ["PreviousSlackSigningSecretParameter"] = "/incidents/slack-signing-secret-previous",
        ["AlarmEmail"] = "alarms@example.com",
        ["FallbackEmail"] = "fallback@example.com",
        ["AlarmAccounts"] = "111122223333",
        ["AlarmOrganization"] = "o-a1b2c3d4e5",
        ["AlarmEvents"] = "on",
        ["DomainName"] = "incidents.example.com",
        ["CertificateArn"] = $"arn:aws:acm:{Physical.Region}:{Physical.Account}:certificate/1a2b3c4d",
        ["SlackWebhookParameter"] = "/team/slack-webhook",
        ["SlackSigningSecretParameter"] = "/team/slack-signing-secret",
        ["LogRetentionDays"] = "90",
        ["TopicPublishers"] = $"arn:aws:iam::{Physical.Account}:role/deploy",
        ["OtherSenders"] = "budgets.amazonaws.com,events.rds.amazonaws.com",
        ["AwsEvents"] = "on",
        ["TextReplies"] = "on",
        ["ProveNewVersions"] = "off",
        ["DailyCheckHour"] = "7",
        ["PublicConcurrency"] = "5",
        ["WithDashboard"] = "true",
    };

    /// <summary>What builds and deploys it, once there is a topic that drift can go to.</summary>
    public static Deployed Pipeline { get; } = new(StackTemplate.Beside("pipeline/pipeline.yaml"), new Dictionary<string, string>
    {
        ["ConnectionArn"] = $"arn:aws:codeconnections:{Physical.Region}:{Physical.Account}:connection/1a2b3c4d",
        ["Repository"] = "example/incidents",
        ["AlarmTopicArn"] = Physical.Ref("AlarmTopic", "AWS::SNS::Topic"),
    });

    public static IEnumerable<Deployed> Both => [ByDefault, WithEverything];

    /// <summary>Those whose condition holds, by name.</summary>
    public IReadOnlyDictionary<string, JsonNode> Resources { get; }

    /// <summary>What all functions share.</summary>
    public JsonNode Globals { get; }

    /// <summary>Those whose condition holds.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; }

    public IEnumerable<KeyValuePair<string, JsonNode>> OfType(string type) => Resources.Where(r => (string?)r.Value["Type"] == type);

    public JsonNode Properties(string name) => Resources[name]["Properties"]!;

    /// <summary>A property of a function, its own or the one that all share.</summary>
    public JsonNode? OfFunction(JsonNode properties, string key) => properties[key] ?? Globals[key];

    /// <summary>What a function finds in its environment, Lambda's own part included.</summary>
    public IReadOnlyDictionary<string, string> EnvironmentOf(string function)
    {
        var own = Properties(function)["Environment"]?["Variables"]?.AsObject() ?? [];
        return Globals["Environment"]!["Variables"]!.AsObject().Concat(own)
            .ToDictionary(v => v.Key, v => (string)v.Value!)
            .Append(new("AWS_REGION", Physical.Region))
            .ToDictionary(v => v.Key, v => v.Value);
    }

    private static string Parameter(string name) => $"arn:aws:ssm:{Physical.Region}:{Physical.Account}:parameter/incidents/{name}";

    private JsonNode Compute(Part part) => part.Exists ? intrinsics.Compute(part.Node!)! : new JsonObject();
}
