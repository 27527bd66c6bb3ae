using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Incidents.Adapters.Aws;
using Incidents.Functions.Tests.Template;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Incidents.Functions.Tests.Permissions;

/// <summary>Every service of AWS but DynamoDB on one loopback port: answers in brief, and tells what each call would have to be allowed.</summary>
internal sealed class FarSide : IAsyncDisposable
{
    /// <summary>Where the stack keeps its secrets, all of which its functions may read.</summary>
    private const string Folder = $"/incidents/{Physical.Stack}/";

    private readonly WebApplication app;
    private readonly Needed needed;

    private FarSide(WebApplication app, Needed needed) => (this.app, this.needed) = (app, needed);

    /// <summary>What Parameter Store holds, by name.</summary>
    public Dictionary<string, string> Secrets { get; } = [];

    /// <summary>Parameters that the role may not read; a call that names one is refused.</summary>
    public HashSet<string> Denied { get; } = [];

    /// <summary>What CloudWatch says is in ALARM.</summary>
    public JsonArray Firing { get; } = [];

    /// <summary>Nobody takes a mail, a text or a call.</summary>
    public bool RefusesPages { get; set; }

    /// <summary>What is said with a refusal.</summary>
    public string Fault { get; set; } = "";

    /// <summary>What a function answers that is invoked by its name.</summary>
    public Func<string, string, Task<string>> Invoke { get; set; } = (_, _) => Task.FromResult("null");

    public static async Task<FarSide> Start(Needed needed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var side = new FarSide(app, needed);
        app.Run(side.Take);
        await app.StartAsync();
        return side;
    }

    public AwsClient Open(AwsEndpoint endpoint, TimeSpan? timeout, int largestAnswer) => new(
        endpoint with { Address = new Uri(app.Urls.First()) },
        () => Task.FromResult(new ImmutableCredentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI", token: null)),
        TimeProvider.System,
        TimeSpan.FromSeconds(10),
        largestAnswer);

    /// <summary>By the credentials of a role in a member account, whatever they are: they are asked for.</summary>
    public AwsClient OpenAs(AwsEndpoint endpoint, GetAwsCredentials credentials, int largestAnswer) =>
        new(endpoint with { Address = new Uri(app.Urls.First()) }, credentials, TimeProvider.System, TimeSpan.FromSeconds(10), largestAnswer);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var answer = context.Request.Headers["X-Amz-Target"].ToString() switch
        {
            "AmazonSSM.GetParameters" => Parameters(JsonNode.Parse(body)!),
            "AmazonSQS.SendMessage" => Say("sqs:SendMessage", QueueArn((string)JsonNode.Parse(body)!["QueueUrl"]!)),
            "GraniteServiceVersion20100801.DescribeAlarms" => Alarms(),
            "GraniteServiceVersion20100801.ListAlarmMuteRules" => Say("cloudwatch:ListAlarmMuteRules", "*"),
            "PinpointSMSVoiceV2.SendTextMessage" => Page("sms-voice:SendTextMessage", Number(body)),
            "PinpointSMSVoiceV2.SendVoiceMessage" => Page("sms-voice:SendVoiceMessage", Number(body)),
            "" when context.Request.Path == "/v2/email/outbound-emails" => Page("ses:SendEmail", Identity((string)JsonNode.Parse(body)!["FromEmailAddress"]!)),
            "CodeDeploy_20141006.PutLifecycleEventHookExecutionStatus" => Reported(),
            "" when context.Request.Path.Value!.Split('/') is ["", "2015-03-31", "functions", var function, "invocations"] => await Invoked(function, $"{context.Request.Query["Qualifier"]}", body),
            "" when Form(body) is { } form && form["Action"] == "AssumeRole" => Assumed(form["RoleArn"]),
            "" when Form(body) is { } form && form["Action"] == "Publish" => Say("sns:Publish", form["TopicArn"]),
            var unknown => throw new NotSupportedException($"{unknown} {context.Request.Path} {body}: say here which permission it needs."),
        };
        context.Response.StatusCode = answer is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        await context.Response.WriteAsync(answer ?? new JsonObject { ["__type"] = Denied.Count > 0 ? "AccessDeniedException" : "ValidationException", ["message"] = Fault }.ToJsonString());
    }

    private string? Parameters(JsonNode request)
    {
        var names = request["Names"]!.AsArray().Select(name => (string)name!).ToList();
        names.ForEach(name => needed.Add("ssm:GetParameters", $"arn:aws:ssm:{Physical.Region}:{Physical.Account}:parameter{(IsForAll(name) ? $"{Folder}*" : name)}"));
        if (names.Exists(Denied.Contains))
        {
            return null;
        }

        var found = names.Where(Secrets.ContainsKey).Select(name => (JsonNode)new JsonObject { ["Name"] = name, ["Value"] = Secrets[name] });
        return new JsonObject { ["Parameters"] = new JsonArray([.. found]) }.ToJsonString();
    }

    /// <summary>All of the folder, but the keys of jobs: the function that takes beats reads those and no other.</summary>
    private static bool IsForAll(string name) => name.StartsWith(Folder, StringComparison.Ordinal) && !name.StartsWith($"{Folder}heartbeat-key", StringComparison.Ordinal);

    /// <summary>The role has the same name in every member account.</summary>
    private string Assumed(string role)
    {
        needed.Add("sts:AssumeRole", $"arn:aws:iam::*:role/{role.Split('/')[1]}");
        return "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult><Credentials><AccessKeyId>AKIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2100-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>";
    }

    private string Alarms()
    {
        needed.Add("cloudwatch:DescribeAlarms", "*");
        return new JsonObject { ["MetricAlarms"] = Firing.DeepClone() }.ToJsonString();
    }

    /// <summary>Which deployment it belongs to only CodeDeploy knows.</summary>
    private string Reported()
    {
        foreach (var function in new[] { "ReceiveAlarm", "RetryAlarm", "Tick" })
        {
            needed.Add("codedeploy:PutLifecycleEventHookExecutionStatus", $"arn:aws:codedeploy:{Physical.Region}:{Physical.Account}:deploymentgroup:{Physical.Stack}-ServerlessDeploymentApplication/{Physical.Stack}-{function}DeploymentGroup");
        }

        return "{}";
    }

    /// <summary>What a function asks for that is invoked is its own affair.</summary>
    private async Task<string> Invoked(string function, string version, string payload)
    {
        needed.Add("lambda:InvokeFunction", $"arn:aws:lambda:{Physical.Region}:{Physical.Account}:function:{function}:{version}");
        needed.Recording = false;
        var answer = await Invoke(function, payload);
        needed.Recording = true;
        return answer;
    }

    private string? Page(string action, string resource) => Say(action, resource) is var taken && RefusesPages ? null : taken;

    private string Say(string action, string resource)
    {
        needed.Add(action, resource);
        return "{}";
    }

    private static string QueueArn(string url) => url.Split('/') is [_, _, _, var account, var name]
        ? $"arn:aws:sqs:{Physical.Region}:{account}:{name}"
        : throw new JsonException($"{url} is no URL of a queue");

    /// <summary>AWS knows numbers by ids; there is one here.</summary>
    private static string Number(string body) => (string)JsonNode.Parse(body)!["OriginationIdentity"]! == SampleTeam.Number
        ? $"arn:aws:sms-voice:{Physical.Region}:{Physical.Account}:phone-number/phone-1"
        : throw new JsonException("a number of somebody else");

    private static string Identity(string from) => $"arn:aws:ses:{Physical.Region}:{Physical.Account}:identity/{from}";

    private static Dictionary<string, string> Form(string body) =>
        body.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
}
