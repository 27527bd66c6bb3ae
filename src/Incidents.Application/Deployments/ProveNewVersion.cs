using System.Text.Json;
using Incidents.Application.Alarms;
using Incidents.Application.Store;
using Incidents.Application.Time;
using NodaTime;

namespace Incidents.Application.Deployments;

/// <summary>Sends an alarm through new versions before others come to them, and always says how it went: without a report CodeDeploy waits for an hour.</summary>
/// <remarks>
/// Every function that pages asks for this on its own, at about the same time and about the same versions. They share the version's one alarm: the
/// first opens its incident, the others find it paged.
/// </remarks>
/// <param name="topic">ARN of the topic alarms come by.</param>
public sealed class ProveNewVersion(
    INewVersions functions, IDeployments deployments, IIncidentStore store, NewVersions versions, SyntheticAlarm synthetic, string topic, TimeProvider clock)
{
    private readonly CheckedIncident incident = new(store, synthetic.OfVersion(versions.Number));
    private readonly CheckEvents events = new(synthetic.OfVersion(versions.Number), topic);

    /// <param name="until">What has not been proved by then has failed.</param>
    /// <returns>What is wrong with the versions, in sentences; empty when nothing is.</returns>
    /// <exception cref="NotReportedException">The result could not be reported.</exception>
    public async Task<IReadOnlyList<string>> Run(DeploymentHook hook, Instant until, CancellationToken cancellation)
    {
        var faults = versions.AreTried ? await FaultsUntil(until, cancellation) : [];
        await deployments.Report(hook, succeeded: faults.Count == 0, cancellation);
        return faults;
    }

    private async Task<IReadOnlyList<string>> FaultsUntil(Instant until, CancellationToken cancellation)
    {
        var faults = new List<string>();

        // On real time, as the end of the function is.
        using var limit = new CancellationTokenSource(Duration.Max(until - clock.Now(), Duration.Zero).ToTimeSpan());
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await Try(faults, either.Token);
        }
        catch (Exception failure)
        {
            // Whatever it is: a version that has not been proved has failed, and that has to be said.
            faults.Add(limit.IsCancellationRequested ? "there was no time left to prove the rest" : failure.Message);
        }

        return faults;
    }

    private async Task Try(List<string> faults, CancellationToken cancellation)
    {
        if (!await incident.IsPaged(cancellation))
        {
            faults.AddRange(await Fault("ReceiveAlarm", versions.ReceiveAlarm, events.Fires(clock.Now()), cancellation));
            if (faults.Count == 0 && !await IsPagedSoon(cancellation))
            {
                faults.Add("ReceiveAlarm took the alarm, and no page of it reached Slack");
            }
        }

        // Also after a fault: nothing of the check is to stay open.
        faults.AddRange(await Fault("RetryAlarm", versions.RetryAlarm, events.Recovers(clock.Now() + Later), cancellation));
        if (faults.Count == 0 && await incident.IsOpen(cancellation))
        {
            faults.Add("RetryAlarm took the recovery, and the incident is still open");
        }

        faults.AddRange(await Fault("Tick", versions.Tick, CheckEvents.Minute(clock.Now()), cancellation));
    }

    private async Task<IEnumerable<string>> Fault(string function, string version, byte[] payload, CancellationToken cancellation)
    {
        var answer = await functions.Invoke(version, payload, cancellation);
        return answer.Failure is { } failure ? [$"{function}: {failure}"]
            : KeepsMessages(answer.Payload) ? [$"{function} could not handle the message and kept it"]
            : [];
    }

    /// <summary>The page may be in another's hands: one that asked at the same time, or the tick.</summary>
    private async Task<bool> IsPagedSoon(CancellationToken cancellation)
    {
        for (var begun = clock.Now(); clock.Now() - begun < Patience; await Task.Delay(Pause, clock, cancellation))
        {
            if (await incident.IsPaged(cancellation))
            {
                return true;
            }
        }

        return false;
    }

    private static bool KeepsMessages(byte[] payload)
    {
        try
        {
            using var answer = JsonDocument.Parse(payload);
            return answer.RootElement.ValueKind == JsonValueKind.Object
                && answer.RootElement.TryGetProperty("batchItemFailures", out var kept)
                && kept is { ValueKind: JsonValueKind.Array } && kept.GetArrayLength() > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Sent this much later, because of two changes at the same time the one to ALARM would win.</summary>
    private static readonly Duration Later = Duration.FromMilliseconds(1);

    private static readonly Duration Patience = Duration.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
}
