using Incidents.Adapters.Slack.Parameters;

namespace Incidents.Functions.Tests.Template;

/// <summary>Logs end, the door has a limit, and nothing costs money while nothing happens.</summary>
public class HouseRulesTests
{
    private static readonly string[] NotHere = ["AWS::EC2::", "AWS::KMS::", "AWS::WAF", "AWS::SecretsManager::", "AWS::Lambda::Url"];

    public static TheoryData<string> Names => LambdaMethods.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_WritesJsonToALogOfItsOwn(string name)
    {
        Assert.Equal("JSON", StackTemplate.Root.At("Globals", "Function", "LoggingConfig", "LogFormat").Text);
        Assert.Equal($"!Ref {name}Log", StackTemplate.Resource(name).At("Properties", "LoggingConfig", "LogGroup").Text);
    }

    [Fact]
    public void Logs_AreKeptForAsLongAsIsSaid() => Assert.All(
        StackTemplate.OfType("AWS::Logs::LogGroup"),
        log => Assert.Equal("!Ref LogRetentionDays", log.Value.At("Properties", "RetentionInDays").Text));

    [Fact]
    public void Api_IsThrottledAndLogged()
    {
        var api = StackTemplate.Resource("Api")["Properties"];

        Assert.Equal((20, 40), (api.At("DefaultRouteSettings", "ThrottlingRateLimit").Number, api.At("DefaultRouteSettings", "ThrottlingBurstLimit").Number));
        Assert.Equal("!GetAtt ApiLog.Arn", api.At("AccessLogSettings", "DestinationArn").Text);
        Assert.DoesNotContain("queryString", api.At("AccessLogSettings", "Format").Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Stack_HasNothingThatCostsMoneyWhileNothingHappens()
    {
        Assert.DoesNotContain(StackTemplate.Resources.Values, resource => NotHere.Any(type => resource["Type"].Text.StartsWith(type, StringComparison.Ordinal)));
        Assert.DoesNotContain(StackTemplate.Root.All, part => part["VpcConfig"].Exists || part["ProvisionedConcurrencyConfig"].Exists);
    }

    [Fact]
    public void Functions_ReadTheSettingsThatTheStackWrites()
    {
        var settings = Deployed.WithEveryParameter.Properties("Settings");
        var read = StackSettings.Read((string)settings["Value"]!)!;

        Assert.Equal(new SlackParameters(Physical.Stack).Settings, (string)settings["Name"]!);
        Assert.Equal(("https://incidents.example.com", "", $"arn:aws:sns:{Physical.Region}:{Physical.Account}:{Physical.Stack}-TextReplyTopic"), (read.PublicUrl, read.AlarmAccounts, read.TextReplyTopic));
        Assert.Equal(new StackSettings("https://prod-Api.execute-api.eu-west-1.amazonaws.com", Physical.Account, "", new OldPlaces("/incidents/slack-webhook", "/incidents/slack-signing-secret", "", ",")), StackSettings.Read((string)Deployed.ByDefault.Properties("Settings")["Value"]!));
    }
}
