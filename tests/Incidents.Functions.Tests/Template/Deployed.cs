using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Incidents.Functions.Tests.Template;

/// <summary>The template as CloudFormation would deploy it: conditions decided, intrinsic functions computed, what has no value left out.</summary>
internal sealed class Deployed
{
    private readonly Intrinsics intrinsics;

    private Deployed(IReadOnlyDictionary<string, string> parameters)
    {
        intrinsics = new Intrinsics(StackTemplate.Root, parameters);
        Resources = StackTemplate.Resources
            .Where(r => r.Value["Condition"].Text is not { Length: > 0 } condition || intrinsics.Holds(condition))
            .ToDictionary(r => r.Key, r => Compute(r.Value));
        Globals = Compute(StackTemplate.Root.At("Globals", "Function"));
    }

    /// <summary>Nothing but defaults.</summary>
    public static Deployed ByDefault { get; } = new(new Dictionary<string, string>());

    /// <summary>Everything that a parameter can switch on.</summary>
    public static Deployed WithEverything { get; } = new(new Dictionary<string, string>
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
    });

    public static IEnumerable<Deployed> Both => [ByDefault, WithEverything];

    /// <summary>Those whose condition holds, by name.</summary>
    public IReadOnlyDictionary<string, JsonNode> Resources { get; }

    /// <summary>What all functions share.</summary>
    public JsonNode Globals { get; }

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

    private JsonNode Compute(Part part) => intrinsics.Compute((YamlMappingNode)part.Node!) ?? new JsonObject();
}
