using System.Text.Json.Nodes;
using Incidents.Functions.Tests.Stance;
using Incidents.Functions.Tests.Template;

namespace Incidents.Functions.Tests.Permissions;

/// <summary>What a function is seen to ask of AWS is what its role allows, no more and no less.</summary>
public class LeastPrivilegeTests
{
    public static TheoryData<string> Names => LambdaMethods.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Role_AllowsWhatItsFunctionDoes_AndWhatLambdaDoesByIt_AndNothingElse(string function)
    {
        await using var stage = await Stage.Set();
        stage.Aws.Secrets["/team/slack-signing-secret"] = Events.SigningSecret;

        await Nights.Of(function)(stage);

        var (needed, granted, ofLambda) = (stage.Needed.All, Grants.Of(Deployed.WithEverything.Properties($"{function}Role")).Concat(GivenLater(function)).ToList(), OfLambda(function).ToList());
        Assert.Equal([], needed.Except(granted));
        Assert.Equal([], granted.Except(needed).Where(allowance => !ofLambda.Contains(allowance.Action)));
        Assert.Equal([], ofLambda.Except(granted.Select(allowance => allowance.Action)));
    }

    /// <summary>Policies that could not be written into the role.</summary>
    private static IEnumerable<Allowance> GivenLater(string function) => Deployed.WithEverything.OfType("AWS::IAM::Policy")
        .Select(policy => policy.Value["Properties"]!)
        .Where(policy => policy["Roles"]!.AsArray().Any(role => (string)role! == Physical.Ref($"{function}Role", "AWS::IAM::Role")))
        .SelectMany(policy => Grants.Of(new JsonObject { ["Policies"] = new JsonArray(policy.DeepClone()) }));

    private static IEnumerable<string> OfLambda(string function) => SecurityDocument.Rows("What Lambda does by a role")
        .Where(row => row[1] == "every function" || row[1].Split(", ").Contains(function))
        .SelectMany(row => SecurityDocument.Quoted(row[0]));
}
