using Incidents.Adapters.Slack.Reach;
using Incidents.Application.Slack;
using Incidents.Cli.Terminal;
using Incidents.Cli.Up;

namespace Incidents.Cli.Doctor;

/// <summary>Whether messages go to Slack, and whether its buttons would find the way back. Judges the environment of the command.</summary>
internal static class SlackSetupCheck
{
    public static async Task<Finding> Look(Uri origin, CommandHost host, CancellationToken cancellation)
    {
        try
        {
            return RealSlack.FromEnvironment(new SlackHosts(origin), host.Variable) switch
            {
                null => new Finding(Level.Warning, "Slack: no webhook in this shell, messages go to the preview alone", "set INCIDENTS_SLACK_WEBHOOK_URL and INCIDENTS_SLACK_SIGNING_SECRET where `up` starts"),
                { PublicUrl: null } => new Finding(Level.Warning, "Slack: webhook and secret are set; cards have no buttons, because no public address is", "set INCIDENTS_PUBLIC_URL to an https address that leads here"),
                { PublicUrl: { } url } real => await Prove(url, real, host.Clock, cancellation),
            };
        }
        catch (CannotStartException refused)
        {
            return new Finding(Level.Error, $"Slack: {refused.Message}");
        }
    }

    private static async Task<Finding> Prove(Uri url, RealSlack real, TimeProvider clock, CancellationToken cancellation)
    {
        using var test = new PublicUrlSelfTest(real.Secret, clock);
        return await test.Answers(url, cancellation)
            ? new Finding(Level.Good, $"Slack: a signed request to {url} was answered")
            : new Finding(Level.Error, $"Slack: a signed request to {url} was not answered as by this product", "let /slack/interactions through to `up`, and give both the same signing secret");
    }
}
