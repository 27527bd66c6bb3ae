using Incidents.Application.Briefing;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Paging;

/// <summary>A channel that counts, and others that see the same: the real Slack, and the preview beside it.</summary>
public sealed class MirroredChannel(ITeamChannel channel, ITeamChannel mirror) : ITeamChannel
{
    /// <inheritdoc />
    public Task<PageOutcome> Page(IncidentBriefing briefing, bool mayBeRepeat, CancellationToken cancellation) =>
        Both(c => c.Page(briefing, mayBeRepeat, cancellation));

    /// <inheritdoc />
    public Task<PageOutcome> Summarise(IReadOnlyList<IncidentBriefing> briefings, CancellationToken cancellation) =>
        Both(c => c.Summarise(briefings, cancellation));

    /// <inheritdoc />
    public Task<PageOutcome> Test(IncidentBriefing briefing, Uri? link, CancellationToken cancellation) =>
        Both(c => c.Test(briefing, link, cancellation));

    /// <inheritdoc />
    public Task<PageOutcome> Tell(IncidentBriefing briefing, UpdateKind news, CancellationToken cancellation) =>
        Both(c => c.Tell(briefing, news, cancellation));

    /// <inheritdoc />
    public Task<PageOutcome> Replace(IncidentBriefing briefing, Uri responseUrl, CancellationToken cancellation) =>
        channel.Replace(briefing, responseUrl, cancellation);

    /// <inheritdoc />
    public Task<PageOutcome> TellTogether(IReadOnlyList<ChannelNews> news, CancellationToken cancellation) =>
        Both(c => c.TellTogether(news, cancellation));

    /// <inheritdoc />
    public Task<PageOutcome> ReplaceSummary(IReadOnlyList<IncidentBriefing> briefings, Uri responseUrl, CancellationToken cancellation) =>
        channel.ReplaceSummary(briefings, responseUrl, cancellation);

    private async Task<PageOutcome> Both(Func<ITeamChannel, Task<PageOutcome>> say)
    {
        var mirrored = Mirror(say);
        var answer = await say(channel);
        await mirrored;
        return answer;
    }

    /// <summary>Decoration: whatever becomes of it, the channel that counts has had its say.</summary>
    private async Task Mirror(Func<ITeamChannel, Task<PageOutcome>> say)
    {
        try
        {
            await say(mirror);
        }
        catch (IOException)
        {
            // The disk behind a preview is full or gone; the page is on its way all the same.
        }
    }
}
