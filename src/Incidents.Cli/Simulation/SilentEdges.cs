using Incidents.Application.Briefing;
using Incidents.Application.Paging;
using Incidents.Domain.Incidents;

namespace Incidents.Cli.Simulation;

/// <summary>The team's channel: news wakes nobody, so it is left out; cards are counted by <see cref="SimulatedChannel"/>.</summary>
internal sealed class SilentTeamChannel : ITeamChannel
{
    public Task<PageOutcome> Page(IncidentBriefing briefing, bool mayBeRepeat, CancellationToken cancellation) => Taken;

    public Task<PageOutcome> Summarise(IReadOnlyList<IncidentBriefing> briefings, CancellationToken cancellation) => Taken;

    public Task<PageOutcome> Test(IncidentBriefing briefing, Uri? link, CancellationToken cancellation) => Taken;

    public Task<PageOutcome> Tell(IncidentBriefing briefing, UpdateKind news, CancellationToken cancellation) => Taken;

    public Task<PageOutcome> Replace(IncidentBriefing briefing, Uri responseUrl, CancellationToken cancellation) => Taken;

    public Task<PageOutcome> TellTogether(IReadOnlyList<ChannelNews> news, CancellationToken cancellation) => Taken;

    public Task<PageOutcome> ReplaceSummary(IReadOnlyList<IncidentBriefing> briefings, Uri responseUrl, CancellationToken cancellation) => Taken;

    internal static Task<PageOutcome> Taken { get; } = Task.FromResult<PageOutcome>(new PageOutcome.Sent());
}

/// <summary>The topic of the last resort. It is asked only where nobody is left to page, and the card that mentions none says so.</summary>
internal sealed class SilentFallback : IFallback
{
    public Task<PageOutcome> Publish(FallbackMessage message, CancellationToken cancellation) => SilentTeamChannel.Taken;
}
