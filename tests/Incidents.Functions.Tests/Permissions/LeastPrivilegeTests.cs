using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Incidents.Functions.Tests.Template;

namespace Incidents.Functions.Tests.Permissions;

/// <summary>What a function is seen to ask of AWS is what its role allows, no more and no less.</summary>
public partial class LeastPrivilegeTests
{
    public static TheoryData<string> Names => LambdaMethods.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Role_AllowsWhatItsFunctionDoes_AndWhatLambdaDoesByIt_AndNothingElse(string function)
    {
        await using var stage = await Stage.Set();
        stage.Aws.Secrets["/incidents/slack-signing-secret"] = Events.SigningSecret;

        await Nights.Of(function)(stage);

        var (needed, granted, ofLambda) = (stage.Needed.All, Granted(function).ToList(), OfLambda(function).ToList());
        Assert.Equal([], needed.Except(granted));
        Assert.Equal([], granted.Except(needed).Where(allowance => !ofLambda.Contains(allowance.Action)));
        Assert.Equal([], ofLambda.Except(granted.Select(allowance => allowance.Action)));
    }

    private static IEnumerable<Allowance> Granted(string function) =>
        from policy in Deployed.WithEverything.Properties($"{function}Role")["Policies"]!.AsArray()
        from statement in policy!["PolicyDocument"]!["Statement"]!.AsArray()
        from action in Items(statement!["Action"]!)
        from resource in Items(statement["Resource"]!)
        select new Allowance(action, resource);

    private static IEnumerable<string> Items(JsonNode node) => node is JsonArray list ? list.Select(item => (string)item!) : [(string)node!];

    /// <summary>From docs/security.md, where the reasons are: rows of the table under the heading.</summary>
    private static IEnumerable<string> OfLambda(string function) =>
        from row in File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs/security.md")).Split("## What Lambda does by a role")[1].Split("\n## ")[0].Split('\n')
        where row.StartsWith("| `", StringComparison.Ordinal)
        let cells = row.Split('|', StringSplitOptions.TrimEntries)
        where cells[2] == "every function" || cells[2].Split(", ").Contains(function)
        from Match action in Action().Matches(cells[1])
        select action.Groups[1].Value;

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Action();
}
