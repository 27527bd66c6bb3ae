using Incidents.Application.Configuration;
using Incidents.Application.Refusals;
using Incidents.Application.Store;

namespace Incidents.Application.Heartbeats.Door;

/// <summary>Answers beats from outside: checks the key first, and only then whether the heartbeat exists.</summary>
/// <param name="warn">Takes a line for the stack's log, without secrets.</param>
public sealed class AnswerHeartbeat(RecordHeartbeat record, IHeartbeatKeys keys, RefusalCounts refusals, Action<string> warn)
{
    /// <summary>Answers, whatever comes. Nothing but the name of a heartbeat is believed of a request, and that only with a key.</summary>
    public async Task<BeatReply> Handle(BeatRequest request, CancellationToken cancellation)
    {
        try
        {
            if (request.Key is not { Length: > 0 } key || !await IsOne(key, cancellation))
            {
                refusals.Count(RefusedFor.Key, request.Key is null ? "no key" : "wrong key");
                return BeatReply.NoKey;
            }

            if (request.IsForm)
            {
                refusals.Count(RefusedFor.Form, "a body that is no JSON");
                return BeatReply.Form;
            }

            return await record.Handle(request.Name, cancellation) switch
            {
                HeartbeatResult.Done done => BeatReply.Kept(done.Name, done.Until),
                HeartbeatResult.Unknown unknown => BeatReply.Unknown(unknown),
                var other => throw new InvalidOperationException($"no answer for {other.GetType().Name}"),
            };
        }
        catch (Exception failure) when (failure is StoreUnavailableException or InvalidConfigurationException)
        {
            warn($"a beat was not kept: {failure.Message}");
            return BeatReply.NotNow("The beat is not kept. Send it again.");
        }
    }

    /// <summary>A key that is none of those known may be one that was put there since.</summary>
    private async ValueTask<bool> IsOne(string key, CancellationToken cancellation)
    {
        var known = await keys.Current(cancellation);
        var isOne = known.Hold(key) || (await keys.Renewed(cancellation) is { } renewed && (known = renewed).Hold(key));
        if (!known.Exist)
        {
            warn("there is no heartbeat key, so no beat is let in: put it in Parameter Store, as docs/operate.md says.");
        }

        return isOne;
    }
}
