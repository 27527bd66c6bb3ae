using Incidents.Adapters.Aws;
using Incidents.Application.Alarms;
using Incidents.Domain.Alarms;

namespace Incidents.Cli.Up;

/// <summary>CloudWatch of the accounts and regions whose topics deliver to this machine.</summary>
internal sealed class LocalCloudWatch(IReadOnlyList<IAlarmStates> places) : IAlarmStates
{
    /// <inheritdoc />
    public string Topic => places[0].Topic;

    /// <returns>Null where nothing was meant to be asked: no region of AWS is named, or no topic. A recovery is then believed, without a remark that it is not confirmed.</returns>
    /// <param name="region">The region of AWS that this machine sends by; null where it uses none.</param>
    /// <param name="topics">ARNs of the topics that bring alarms.</param>
    /// <param name="open">Opens a client for a service in a region.</param>
    public static LocalCloudWatch? Of(string? region, IReadOnlyList<string> topics, Func<AwsService, string, AwsClient> open)
    {
        if (string.IsNullOrEmpty(region))
        {
            return null;
        }

        IAlarmStates[] asked =
        [
            .. topics.Select(arn => (Arn: arn, Parts: arn.Split(':')))
                .Where(topic => topic.Parts is ["arn", _, "sns", { Length: > 0 }, { Length: > 0 }, _])
                .DistinctBy(topic => (Region: topic.Parts[3], Account: topic.Parts[4]))
                .Select(topic => new CloudWatchAlarms(open(AwsService.CloudWatch, topic.Parts[3]), topic.Arn)),
        ];
        return asked.Length == 0 ? null : new LocalCloudWatch(asked);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<FiringAlarm>> Firing(CancellationToken cancellation) =>
        [.. (await Task.WhenAll(places.Select(place => place.Firing(cancellation)))).SelectMany(firing => firing)];

    /// <inheritdoc />
    public async Task<bool> IsMuted(FiringAlarm alarm, CancellationToken cancellation) =>
        (await Task.WhenAll(places.Select(place => place.IsMuted(alarm, cancellation)))).Contains(true);

    /// <inheritdoc />
    public async Task<AlarmState?> Check(DedupKey alarm, CancellationToken cancellation) =>
        (await Check([alarm], cancellation)).TryGetValue(alarm, out var state) ? state : null;

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<DedupKey, AlarmState>> Check(IReadOnlyCollection<DedupKey> alarms, CancellationToken cancellation) =>
        (await Task.WhenAll(places.Select(place => place.Check(alarms, cancellation)))).SelectMany(known => known).DistinctBy(known => known.Key).ToDictionary();
}
