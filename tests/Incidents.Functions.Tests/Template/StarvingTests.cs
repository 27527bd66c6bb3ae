using System.Text.Json.Nodes;

namespace Incidents.Functions.Tests.Template;

/// <summary>What the internet may call leaves the concurrency of the account to what pages.</summary>
public class StarvingTests
{
    /// <summary>Executions that a new account may have at once.</summary>
    private const int OfANewAccount = 10;

    private static IEnumerable<KeyValuePair<string, Part>> Public => StackTemplate.Functions.Where(f => Routes(f.Value).Any());

    [Fact]
    public void V37_Route_HasALimitOfItsOwn_BelowThatOfTheApi()
    {
        var api = StackTemplate.Resource("Api").At("Properties", "DefaultRouteSettings");

        Assert.All(Public.SelectMany(f => Routes(f.Value)), route =>
        {
            Assert.InRange(route.At("RouteSettings", "ThrottlingRateLimit").Number, 1, Math.Min(api["ThrottlingRateLimit"].Number - 1, OfANewAccount));
            Assert.InRange(route.At("RouteSettings", "ThrottlingBurstLimit").Number, 1, api["ThrottlingBurstLimit"].Number);
        });
    }

    /// <summary>An `!If` there cannot be merged with what routes say; the translator then makes what API Gateway refuses.</summary>
    [Fact]
    public void V37_Api_HasNoSettingsOfRoutes_BesideThoseAtTheFunctions() =>
        Assert.False(StackTemplate.Resource("Api").At("Properties", "RouteSettings").Exists);

    [Fact]
    public void V37_Concurrency_IsReservedForWhatIsPublic_AndNothingElse_WhereAParameterSaysHowMuch()
    {
        Assert.All(Deployed.ByDefault.OfType("AWS::Serverless::Function"), f => Assert.Null(f.Value["Properties"]!["ReservedConcurrentExecutions"]));
        Assert.Equal(
            Public.Select(f => (f.Key, "5")).Order(),
            Deployed.WithEveryParameter.OfType("AWS::Serverless::Function")
                .Where(f => f.Value["Properties"]!["ReservedConcurrentExecutions"] is not null)
                .Select(f => (f.Key, (string)f.Value["Properties"]!["ReservedConcurrentExecutions"]!)).Order());
    }

    [Fact]
    public async Task V37_Transform_OfTheRoutes_LimitsEachByItsOwnKey()
    {
        if (await SamTransform.Of("template.yaml", new Dictionary<string, string>()) is not { } template)
        {
            return;
        }

        var stage = Assert.Single(template["Resources"]!.AsObject(), r => (string?)r.Value!["Type"] == "AWS::ApiGatewayV2::Stage").Value!["Properties"]!;
        Assert.Equal(
            Public.SelectMany(f => Routes(f.Value)).Select(route => $"{route["Method"].Text} {route["Path"].Text}").Order(),
            stage["RouteSettings"]!.AsObject().Select(route => route.Key).Order());
        Assert.All(stage["RouteSettings"]!.AsObject(), route => Assert.IsAssignableFrom<JsonValue>(route.Value!["ThrottlingRateLimit"]));
    }

    private static IEnumerable<Part> Routes(Part function) =>
        function.At("Properties", "Events").Entries.Values.Where(source => source["Type"].Text == "HttpApi").Select(source => source["Properties"]);
}
