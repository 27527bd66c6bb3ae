using System.Text.Json.Nodes;
using Incidents.Functions.Tests.Template;

namespace Incidents.Functions.Tests.Stance;

/// <summary>What linters ask of a stack like this one. Each rule names the resources that do not follow it.</summary>
/// <remarks>Beside the name stand the ids under which checkov, cdk-nag and cfn-lint know it.</remarks>
internal static class Rules
{
    public static IReadOnlyDictionary<string, Func<Deployed, IEnumerable<string>>> All { get; } = new Dictionary<string, Func<Deployed, IEnumerable<string>>>
    {
        // CKV_AWS_28, DDB3
        ["tables can be restored to a point in time"] = stack => stack.Without("AWS::DynamoDB::Table", p => Is(p["PointInTimeRecoverySpecification"]?["PointInTimeRecoveryEnabled"])),
        ["tables cannot be deleted by mistake"] = stack => stack.Without("AWS::DynamoDB::Table", p => Is(p["DeletionProtectionEnabled"])),
        ["tables outlive the stack"] = stack => Resources(stack, "AWS::DynamoDB::Table", r => (string?)r["DeletionPolicy"] == "Retain" && (string?)r["UpdateReplacePolicy"] == "Retain"),

        // I3011, W3011
        ["what holds data says what becomes of it"] = stack => new[] { "AWS::DynamoDB::Table", "AWS::SQS::Queue", "AWS::Logs::LogGroup", "AWS::S3::Bucket" }
            .SelectMany(type => Resources(stack, type, r => r["DeletionPolicy"] is not null && r["UpdateReplacePolicy"] is not null)),
        ["queues are encrypted"] = stack => stack.Without("AWS::SQS::Queue", p => Is(p["SqsManagedSseEnabled"]) || p["KmsMasterKeyId"] is not null),

        // CKV_AWS_119, CKV_AWS_26, CKV_AWS_27, CKV_AWS_158, CKV_AWS_173
        ["tables have a key of our own"] = stack => stack.Without("AWS::DynamoDB::Table", p => p["SSESpecification"]?["KMSMasterKeyId"] is not null),
        ["topics have a key of our own"] = stack => stack.Without("AWS::SNS::Topic", p => p["KmsMasterKeyId"] is not null),
        ["queues have a key of our own"] = stack => stack.Without("AWS::SQS::Queue", p => p["KmsMasterKeyId"] is not null),
        ["logs have a key of our own"] = stack => stack.Without("AWS::Logs::LogGroup", p => p["KmsKeyId"] is not null),
        ["variables have a key of our own"] = stack => stack.Without("AWS::Serverless::Function", p => p["KmsKeyArn"] is not null),

        // SNS3, SQS4
        ["topics take nothing unencrypted"] = stack => stack.OfType("AWS::SNS::Topic").Select(r => r.Key).Where(name => !DeniesPlain(stack, "AWS::SNS::TopicPolicy", "Topics", name)),
        ["queues take nothing unencrypted"] = stack => stack.OfType("AWS::SQS::Queue").Select(r => r.Key).Where(name => !DeniesPlain(stack, "AWS::SQS::QueuePolicy", "Queues", name)),

        // S1, CKV_AWS_19, CKV_AWS_53 to 56, CKV2_AWS_61, CKV_AWS_21, S5, CKV_AWS_379
        ["buckets are encrypted"] = stack => stack.Without("AWS::S3::Bucket", p => p["BucketEncryption"]?["ServerSideEncryptionConfiguration"] is not null),
        ["buckets are nobody else's"] = stack => stack.Without("AWS::S3::Bucket", p => p["PublicAccessBlockConfiguration"]?.AsObject() is { Count: 4 } all && all.All(block => Is(block.Value))),
        ["buckets let old versions go"] = stack => stack.Without("AWS::S3::Bucket", p => (string?)p["VersioningConfiguration"]?["Status"] == "Enabled"
            && p["LifecycleConfiguration"]?["Rules"]?.AsArray().Any(rule => rule!["NoncurrentVersionExpiration"] is not null) == true),
        ["buckets take nothing unencrypted"] = stack => stack.OfType("AWS::S3::Bucket").Select(r => r.Key).Where(name => !DeniesPlain(stack, "AWS::S3::BucketPolicy", "Bucket", name)),

        // CKV_AWS_314, CKV_AWS_66, I3013
        ["builds are logged"] = stack => stack.Without("AWS::CodeBuild::Project", p => (string?)p["LogsConfig"]?["CloudWatchLogs"]?["Status"] == "ENABLED" && p["LogsConfig"]?["CloudWatchLogs"]?["GroupName"] is not null),
        ["builds are no administrators of their machine"] = stack => stack.Without("AWS::CodeBuild::Project", p => !Is(p["Environment"]?["PrivilegedMode"])),
        ["logs end"] = stack => stack.Without("AWS::Logs::LogGroup", p => p["RetentionInDays"] is not null),

        // CKV_AWS_95, APIG1, APIGWDefaultThrottling, APIG4, CKV_AWS_59
        ["doors are logged"] = stack => stack.Without("AWS::Serverless::HttpApi", p => p["AccessLogSettings"]?["DestinationArn"] is not null),
        ["doors have a limit"] = stack => stack.Without(
            "AWS::Serverless::HttpApi", p => p["DefaultRouteSettings"]?["ThrottlingRateLimit"] is not null && p["DefaultRouteSettings"]?["ThrottlingBurstLimit"] is not null),
        ["doors talk TLS 1.2"] = stack => stack.Without("AWS::ApiGatewayV2::DomainName", p => p["DomainNameConfigurations"]!.AsArray().All(c => (string?)c!["SecurityPolicy"] == "TLS_1_2")),
        ["doors ask who comes"] = stack => stack.Without("AWS::Serverless::Function", p => Hops.Events(p, "HttpApi").All(e => e["Auth"] is not null)),

        // CKV_AWS_116, LambdaDLQ, AsyncFailureDestination, SNSRedrivePolicy, EventBusDLQ, SQSRedrivePolicy, SQS3
        ["failed asynchronous invocations go somewhere"] = stack => stack.Without("AWS::Serverless::Function", p => !Hops.IsAsynchronous(p) || p["EventInvokeConfig"]?["DestinationConfig"]?["OnFailure"] is not null),
        ["what a topic cannot deliver goes somewhere"] = Hops.SubscriptionsWithoutQueue,
        ["what a rule cannot deliver goes somewhere"] = Hops.RulesWithoutQueue,
        ["what a queue cannot get rid of goes somewhere"] = Hops.SourcesWithoutQueue,

        // CKV_AWS_363, E2531, W2531, L1, CKV_AWS_50, CKV_AWS_115, CKV_AWS_117
        ["functions say what they run on"] = stack => stack.Without("AWS::Serverless::Function", p => new[] { "MemorySize", "Timeout", "Runtime", "Architectures" }.All(key => stack.OfFunction(p, key) is not null)),
        ["functions run on what is supported"] = stack => stack.Without("AWS::Serverless::Function", p => (string?)stack.OfFunction(p, "Runtime") is "dotnet10" or "provided.al2023"),
        ["functions are traced"] = stack => stack.Without("AWS::Serverless::Function", p => (string?)stack.OfFunction(p, "Tracing") == "Active"),
        ["functions have slots of their own"] = stack => stack.Without("AWS::Serverless::Function", p => p["ReservedConcurrentExecutions"] is not null),
        ["functions are in a VPC"] = stack => stack.Without("AWS::Serverless::Function", p => p["VpcConfig"] is not null),

        // CKV_AWS_364, the guards against wildcard principals
        ["who may invoke is named with its source"] = stack => stack.Without("AWS::Lambda::Permission", p => p["SourceArn"] is not null),
        ["who may send is named with its source"] = stack => new[] { "AWS::SNS::TopicPolicy", "AWS::SQS::QueuePolicy" }
            .SelectMany(type => stack.Without(type, p => Statements(p).Where(s => (string?)s!["Effect"] == "Allow").All(HasSource))),

        // IAM4, IAM5, CKV_AWS_107 to 111
        ["roles are written out"] = stack => stack.Without(
            "AWS::IAM::Role", p => (p["ManagedPolicyArns"]?.AsArray() ?? []).All(arn => ((string)arn!).StartsWith(Physical.OwnPolicies, StringComparison.Ordinal))),
        ["actions are named"] = stack => stack.OfType("AWS::IAM::Role").Select(role => role.Key).Where(role => Grants.Of(stack, role).Any(grant => grant.Action.Contains('*', StringComparison.Ordinal))),
    };

    private static IEnumerable<string> Without(this Deployed stack, string type, Func<JsonNode, bool> follows) => Resources(stack, type, r => follows(r["Properties"] ?? new JsonObject()));

    private static IEnumerable<string> Resources(Deployed stack, string type, Func<JsonNode, bool> follows) => stack.OfType(type).Where(r => !follows(r.Value)).Select(r => r.Key);

    private static bool Is(JsonNode? flag) => (string?)flag == "true";

    private static bool DeniesPlain(Deployed stack, string type, string list, string name) => stack.OfType(type).Any(policy =>
        (policy.Value["Properties"]![list] switch { JsonArray many => many, var one => [one!.DeepClone()] }).Any(r => (string?)r == Physical.Ref(name, (string)stack.Resources[name]["Type"]!))
        && Statements(policy.Value["Properties"]!).Any(s => (string?)s!["Effect"] == "Deny" && (string?)s["Condition"]?["Bool"]?["aws:SecureTransport"] == "false"));

    private static JsonArray Statements(JsonNode policy) => policy["PolicyDocument"]!["Statement"]!.AsArray();

    private static bool HasSource(JsonNode? statement) => statement!["Principal"]?["Service"] is not null
        && (statement["Condition"]?.AsObject() ?? []).Any(how => how.Value!.AsObject().Any(c => c.Key is "aws:SourceArn" or "aws:SourceAccount" or "aws:SourceOrgID"));
}
