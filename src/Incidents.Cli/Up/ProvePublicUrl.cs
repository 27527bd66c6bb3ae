using Incidents.Adapters.Slack;
using Microsoft.Extensions.Hosting;

namespace Incidents.Cli.Up;

/// <summary>Finds out again and again whether buttons in the real Slack could work, and says so when that changes.</summary>
internal sealed class ProvePublicUrl(RealSlack slack, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (slack.PublicUrl is not { } url)
        {
            Console.WriteLine("Cards in Slack have no buttons: INCIDENTS_PUBLIC_URL is not set. They say `incidents ack INC-1` instead.");
            return;
        }

        using var test = new PublicUrlSelfTest(slack.Secret, clock);
        using var minute = new PeriodicTimer(Every, clock);
        var before = (bool?)null;
        do
        {
            var answers = await test.Answers(url, stoppingToken);
            slack.ProvedUrl = answers ? url : null;
            if (answers != before)
            {
                Console.WriteLine(answers ? $"Cards in Slack have buttons: {url} answers." : $"Cards in Slack have no buttons: {url} did not answer a signed request.");
            }

            before = answers;
        }
        while (await minute.WaitForNextTickAsync(stoppingToken));
    }
}
