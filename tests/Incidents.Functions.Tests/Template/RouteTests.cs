namespace Incidents.Functions.Tests.Template;

/// <summary>What the internet can ask of the stack: presses, signed by Slack, links, whose tokens expire, and beats of jobs, which have a key. The console is not among it.</summary>
public class RouteTests
{
    private static readonly string[] Doors = ["AWS::Serverless::Api", "AWS::Serverless::HttpApi", "AWS::ApiGateway::RestApi", "AWS::ApiGatewayV2::Api", "AWS::ApiGatewayV2::Route"];

    [Fact]
    public void Routes_AreForPressesLinksAndBeats_AndNoOther() => Assert.Equal(
        ["ANY /r/{token}", "POST /api/v1/heartbeats/{name}", "POST /slack/interactions"],
        StackTemplate.Functions
            .SelectMany(function => function.Value.At("Properties", "Events").Entries.Values)
            .Where(source => source["Type"].Text is "HttpApi" or "Api")
            .Select(source => $"{source.At("Properties", "Method").Text} {source.At("Properties", "Path").Text}")
            .Order());

    [Fact]
    public void Door_IsOne_AndOpensNothingByADefinitionOfItsOwn()
    {
        var door = Assert.Single(StackTemplate.Resources, resource => Doors.Contains(resource.Value["Type"].Text)).Value;

        Assert.Equal("AWS::Serverless::HttpApi", door["Type"].Text);
        Assert.False(door.At("Properties", "DefinitionBody").Exists || door.At("Properties", "DefinitionUri").Exists);
        Assert.DoesNotContain(StackTemplate.Root.All, part => part["FunctionUrlConfig"].Exists);
    }
}
