using Incidents.Adapters.CommandLine.Inspection;
using Incidents.Adapters.Slack.Parameters;
using Incidents.Adapters.Slack.Reach;
using Incidents.Application.Slack.Inbound;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>Whether the API can be reached, and whether it takes what Slack would sign.</summary>
internal static class ApiReachabilityCheck
{
    public static async Task<IReadOnlyList<Finding>> Look(StackCheckContext context, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(context.Stack.Outputs.GetValueOrDefault("ApiUrl"), UriKind.Absolute, out var api))
        {
            return [];
        }

        return await AddressProbe.Ask(api, context.Clock, cancellation) is { Status: < 500 }
            ? [new Finding(Level.Good, $"{api} answers"), await Prove(context, api, cancellation)]
            : [new Finding(Level.Error, $"{api} does not answer as an API does: presses in Slack and links in messages lead nowhere", "look whether this machine reaches the internet, and at the log group /aws/vendedlogs/" + context.Name + "/api")];
    }

    private static async Task<Finding> Prove(StackCheckContext context, Uri api, CancellationToken cancellation)
    {
        var names = new SlackParameters(context.Name);
        var name = names.SigningSecret;
        string? secret;
        try
        {
            var parameters = new ParameterReader(context.Account);
            secret = await parameters.Secret(name, cancellation);
            if (secret is null && SecretsCheck.Before(context).Of(name, names) is { } old)
            {
                secret = await parameters.Secret(old, cancellation);
            }
        }
        catch (UnreportedException refused)
        {
            return new Finding(Level.Warning, $"no signed request was tried: {name} could not be read ({refused.Action}: {refused.Code})", "press a button on a card, which proves the same; or allow ssm:GetParameters and kms:Decrypt on it to whoever runs this");
        }

        if (string.IsNullOrWhiteSpace(secret))
        {
            return new Finding(Level.Error, $"no signed request was tried: {name} holds nothing", "put the signing secret of the Slack app there");
        }

        using var test = new PublicUrlSelfTest(new SlackSigningSecret(secret), context.Clock);
        return await test.Answers(api, cancellation)
            ? new Finding(Level.Good, "a signed request to /slack/interactions was answered")
            : new Finding(Level.Error, "a request to /slack/interactions, signed with the secret in Parameter Store, was not answered as by this product", "look at the log of HandleSlackInteraction; after a change of the secret it takes up to a minute");
    }
}
