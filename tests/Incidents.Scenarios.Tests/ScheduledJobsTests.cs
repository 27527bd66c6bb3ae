using Incidents.Application.Overrides;
using Incidents.Application.Reconcile;
using Incidents.Application.Schedules.Swaps;
using Incidents.Application.Store;
using Incidents.Application.Sweep;
using Incidents.Application.Time;
using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Swaps;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Scenarios.Tests;

/// <summary>A minute in which something goes wrong that nobody expected.</summary>
public sealed class ScheduledJobsTests : IDisposable
{
    private readonly ScenarioHost house = new(parts: services => services.AddSingleton<ISwapStore, BrokenSwaps>());

    public void Dispose() => house.Dispose();

    [Fact]
    public async Task ChoreThatThrows_IsNamed_AndTheNextOnesStillRun()
    {
        house.Clock.Jump(Instant.FromUtc(2026, 9, 14, 4, 0) - house.Clock.Now());

        var result = await house.Get<ScheduledJobs>().Run(house.Clock.Now(), CancellationToken.None);

        Assert.Equal("swaps: the book has no cover", Assert.Single(result.Failures));
        Assert.NotNull(house.Get<LastRepairs>().Newest);
    }

    private sealed class BrokenSwaps : ISwapStore
    {
        public Task<SwapBook> Load(CancellationToken cancellation) => throw new InvalidOperationException("the book has no cover");

        public Task<SaveResult> Save(SwapBook known, IReadOnlyList<SwapRequest> swaps, CancellationToken cancellation) => throw new InvalidOperationException();

        public Task<SaveResult> Take(SwapBook known, IReadOnlyList<SwapRequest> swaps, OverrideBook overrides, IReadOnlyList<MadeOverride> made, CancellationToken cancellation) =>
            Save(known, swaps, cancellation);
    }
}
