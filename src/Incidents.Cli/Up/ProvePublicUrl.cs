using Incidents.Adapters.Slack.Reach;
using Microsoft.Extensions.Logging;

namespace Incidents.Cli.Up;

/// <summary>Finds out again and again whether buttons in the real Slack could work, and says so when that changes.</summary>
internal sealed class ProvePublicUrl(RealSlack slack, ILogger<ProvePublicUrl> log, TimeProvider clock)
    : RecurringWork("The check of the public address", TimeSpan.FromMinutes(1), log, clock)
{
    private readonly PublicUrlSelfTest test = new(slack.Secret, clock);
    private bool? before;

    protected override async Task Round(CancellationToken cancellation)
    {
        var answers = slack.PublicUrl is { } url && await test.Answers(url, cancellation);
        slack.ProvedUrl = answers ? slack.PublicUrl : null;
        if (answers != before)
        {
            Console.WriteLine(answers ? $"Cards in Slack have buttons: {slack.PublicUrl} answers."
                : slack.PublicUrl is null ? "Cards in Slack have no buttons: INCIDENTS_PUBLIC_URL is not set. They say `incidents ack INC-1` instead."
                : $"Cards in Slack have no buttons: {slack.PublicUrl} did not answer a signed request.");
        }

        before = answers;
    }

    public override void Dispose()
    {
        test.Dispose();
        base.Dispose();
    }
}
