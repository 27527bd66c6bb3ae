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
        var granted = Grants.Of(Deployed.WithEverything, $"{function}Role").ToList();
        var ofLambda = OfLambda(function).ToList();
        var needed = new HashSet<Allowance>();

        // What is asked beside a page may be cut short by its end, so one night may miss a question: what three never ask is too much.
        for (var night = 0; night == 0 || (night < MostNights && granted.Except(needed).Any(allowance => !ofLambda.Contains(allowance.Action))); night++)
        {
            await using var stage = await Stage.Set();
            stage.Aws.Secrets["/team/slack-signing-secret"] = Events.SigningSecret;
            await Nights.Of(function)(stage);
            needed.UnionWith(stage.Needed.All);
        }

        Assert.Equal([], needed.Except(granted));
        Assert.Equal([], granted.Except(needed).Where(allowance => !ofLambda.Contains(allowance.Action)));
        Assert.Equal([], ofLambda.Except(granted.Select(allowance => allowance.Action)));
    }

    private const int MostNights = 3;

    private static IEnumerable<string> OfLambda(string function) => SecurityDocument.Rows("What Lambda does by a role")
        .Where(row => row[1] == "every function" || row[1].Split(", ").Contains(function))
        .SelectMany(row => SecurityDocument.Quoted(row[0]));
}
