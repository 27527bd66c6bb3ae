using Incidents.Application.Time;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Incidents.Adapters.Tests.Store;

/// <summary>Stands still until it is moved. Timers run in real time: they end requests to servers that are real.</summary>
internal sealed class FixedClock(Instant now) : FakeTimeProvider(now.ToDateTimeOffset())
{
    public Instant Now
    {
        get => Clock.Now(this);
        set => AdjustTime(value.ToDateTimeOffset());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(callback, state, dueTime, period);
}
