using System.Text.Json.Nodes;

namespace Incidents.Functions.Tests.Template;

/// <summary>The address of the API: the one that AWS gives, or the one that is given to the stack.</summary>
public class DomainTests
{
    public static TheoryData<bool, string> Addresses => new()
    {
        { false, $"https://{Physical.Stack}-Api.execute-api.{Physical.Region}.amazonaws.com" },
        { true, "https://incidents.example.com" },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Address_IsTheSame_ForFunctions_Slack_AndDoctor(bool ofItsOwn, string address)
    {
        var stack = ofItsOwn ? Deployed.WithEverything : Deployed.ByDefault;

        Assert.Equal(address, Incidents.Adapters.Slack.Parameters.StackSettings.Read((string?)stack.Properties("Settings")["Value"])!.PublicUrl);
        Assert.Equal(address, stack.Outputs["ApiUrl"]);
        Assert.Equal($"{address}/slack/interactions", stack.Outputs["SlackRequestUrl"]);
    }

    [Fact]
    public void Domain_LeadsToTheApi_AndTellsWhereDnsPoints()
    {
        var stack = Deployed.WithEverything;

        var domain = stack.Properties("ApiDomain");
        Assert.Equal("incidents.example.com", (string?)domain["DomainName"]);
        Assert.True(JsonNode.DeepEquals(stack.Properties("ApiMapping"), new JsonObject
        {
            ["ApiId"] = Physical.Ref("Api", "AWS::Serverless::HttpApi"),
            ["DomainName"] = Physical.Ref("ApiDomain", "AWS::ApiGatewayV2::DomainName"),
            ["Stage"] = "$default",
        }));
        Assert.Contains("ApiDomain", stack.Outputs["ApiDomainTarget"], StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutADomain_ThereIsNone()
    {
        Assert.Empty(Deployed.ByDefault.OfType("AWS::ApiGatewayV2::DomainName"));
        Assert.Empty(Deployed.ByDefault.OfType("AWS::ApiGatewayV2::ApiMapping"));
        Assert.DoesNotContain("ApiDomainTarget", Deployed.ByDefault.Outputs.Keys);
    }
}
