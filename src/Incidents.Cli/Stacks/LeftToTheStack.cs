using Incidents.Application.Briefing;
using Incidents.Application.Paging;
using Incidents.Application.Slack;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;

namespace Incidents.Cli.Stacks;

/// <summary>Every way to people, as a machine has them that works on a stack from outside: none. What is to be sent stays due, and the stack sends it with its own secrets.</summary>
internal sealed class LeftToTheStack(TimeProvider clock) : ITeamChannel, IFallback, ISlackWebhook
{
    private const string Why = "left to the stack";

    public Task<PageOutcome> Page(IncidentBriefing briefing, bool mayBeRepeat, CancellationToken cancellation) => Later();

    public Task<PageOutcome> Summarise(IReadOnlyList<IncidentBriefing> briefings, CancellationToken cancellation) => Later();

    public Task<PageOutcome> Test(IncidentBriefing briefing, Uri? link, CancellationToken cancellation) => Later();

    public Task<PageOutcome> Tell(IncidentBriefing briefing, UpdateKind news, CancellationToken cancellation) => Later();

    public Task<PageOutcome> Replace(IncidentBriefing briefing, Uri responseUrl, CancellationToken cancellation) => Later();

    public Task<PageOutcome> TellTogether(IReadOnlyList<ChannelNews> news, CancellationToken cancellation) => Later();

    public Task<PageOutcome> ReplaceSummary(IReadOnlyList<IncidentBriefing> briefings, Uri responseUrl, CancellationToken cancellation) => Later();

    public Task<PageOutcome> Publish(FallbackMessage message, CancellationToken cancellation) => Later();

    public Task<SlackAnswer> Post(string channel, ReadOnlyMemory<byte> json, CancellationToken cancellation) => Task.FromResult<SlackAnswer>(new SlackAnswer.Rejected(Why));

    public Task<SlackAnswer> Respond(Uri responseUrl, ReadOnlyMemory<byte> json, CancellationToken cancellation) => Post("", json, cancellation);

    private Task<PageOutcome> Later() => Task.FromResult<PageOutcome>(new PageOutcome.TryAgain(clock.Now(), Why));
}
