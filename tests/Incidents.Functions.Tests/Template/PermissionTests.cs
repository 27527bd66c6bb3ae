namespace Incidents.Functions.Tests.Template;

/// <summary>Each function may do what it does, on what it does it to.</summary>
public class PermissionTests
{
    /// <summary>It invokes functions that page, and has no secret itself.</summary>
    private const string Proof = "ProveNewVersion";

    /// <summary>It keeps beats, and the tick tells what they end.</summary>
    private const string Beats = "RecordHeartbeat";

    /// <summary>The stack's own secrets, so that one which is new needs no deployment.</summary>
    private const string OwnFolder = ":parameter/incidents/${AWS::StackName}/*";

    public static TheoryData<string> Names => LambdaMethods.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_HasARoleOfItsOwn_ForLambdaAlone(string name)
    {
        Assert.Equal($"!GetAtt {name}Role.Arn", StackTemplate.Resource(name).At("Properties", "Role").Text);
        var trust = Assert.Single(Role(name).At("AssumeRolePolicyDocument", "Statement").Items);
        Assert.Equal(("Allow", "lambda.amazonaws.com", "sts:AssumeRole"), (trust["Effect"].Text, trust.At("Principal", "Service").Text, trust["Action"].Text));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Role_IsWrittenOut(string name)
    {
        Assert.All(Role(name)["ManagedPolicyArns"].Items, arn => Assert.Equal("AWS::IAM::ManagedPolicy", StackTemplate.Resource(arn.Text["!Ref ".Length..])["Type"].Text));
        Assert.False(StackTemplate.Resource(name).At("Properties", "Policies").Exists);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Role_NamesItsActions(string name) => Assert.All(
        Statements(name).SelectMany(statement => statement["Action"].Items),
        action => Assert.Matches("^[a-z-]+:[A-Za-z]+$", action.Text));

    [Theory]
    [MemberData(nameof(Names))]
    public void Role_NamesItsResources_WhereThereAreAny(string name) => Assert.Equal(
        WithoutResources(name),
        Statements(name)
            .Where(statement => statement["Resource"].All.Any(part => part.Text.Contains('*', StringComparison.Ordinal) && !part.Text.EndsWith(OwnFolder, StringComparison.Ordinal)))
            .SelectMany(statement => statement["Action"].Items)
            .Select(action => action.Text)
            .Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Role_ScansNothingAndDeletesNothingOfTheTable(string name) => Assert.DoesNotContain(
        Actions(name),
        action => action.StartsWith("dynamodb:", StringComparison.Ordinal) && (action.Contains("Scan", StringComparison.Ordinal) || action.Contains("Delete", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Role_MayReachPeopleByEveryChannel_UnlessItsFunctionPagesNobody(string name) =>
        Assert.Superset(new HashSet<string> { "ses:SendEmail", "sms-voice:SendTextMessage", "sms-voice:SendVoiceMessage" }.Where(_ => name is not (Proof or Beats)).ToHashSet(), Actions(name).ToHashSet());

    [Fact]
    public void SecretsAreReadByName_NeverByPath() => Assert.All(
        LambdaMethods.ByResource.Keys,
        name => Assert.Equal(name == Proof ? [] : ["ssm:GetParameters"], Actions(name).Where(action => action.StartsWith("ssm:", StringComparison.Ordinal)).Distinct()));

    /// <summary>X-Ray has none; a member account is any that is named or of the organisation; CloudWatch leaves composite alarms out of its answer to whoever may not describe all alarms.</summary>
    private static string[] WithoutResources(string name) =>
    [
        .. name is "ReceiveAlarm" or "RetryAlarm" or "Tick" ? ["cloudwatch:DescribeAlarms"] : Array.Empty<string>(),
        .. name is "Tick" ? ["cloudwatch:ListAlarmMuteRules"] : Array.Empty<string>(),
        .. name is "ReceiveAlarm" or "RetryAlarm" or "Tick" ? ["sts:AssumeRole"] : Array.Empty<string>(),
        "xray:PutTelemetryRecords",
        "xray:PutTraceSegments",
    ];

    private static Part Role(string name) => StackTemplate.Resource($"{name}Role")["Properties"];

    private static IEnumerable<Part> Statements(string name) => Attached.Written($"{name}Role");

    private static IEnumerable<string> Actions(string name) => Statements(name).SelectMany(s => s["Action"].Items).Select(a => a.Text);
}
