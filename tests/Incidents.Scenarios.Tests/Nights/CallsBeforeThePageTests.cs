using System.Reflection;
using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application.Notifications;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Incidents.Scenarios.Tests.Night;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Scenarios.Tests.Nights;

/// <summary>What is known of the last minute costs no call on the way to a page: it comes with the load and is noted beside the page.</summary>
public sealed class CallsBeforeThePageTests
{
    [Fact]
    public async Task V02_StoreCalls_BeforeThePage_AreLoadNumberAndOpening_InAStormToo()
    {
        var store = CountedStore.Around(new InMemoryIncidentStore());
        var pages = new PageLog();
        var before = new List<string>();
        pages.Answers(ChannelKind.Slack, _ =>
        {
            before.Add(string.Join(' ', store.Calls));
            return new DeliveryResult.Delivered();
        });
        using var house = new ScenarioHost(store.Store, parts: services => services.AddSingleton<INotificationChannel>(p =>
            new ListeningPages(ChannelKind.Slack, pages, NightHost.Began, p.GetRequiredService<TimeProvider>())));

        foreach (var alarm in new[] { "checkout-5xx", "payments-dlq", "quick-cpu" })
        {
            store.Calls.Clear();
            await house.Fire(alarm);
            Assert.Contains(nameof(IIncidentStore.AddToMinute), store.Calls);
        }

        Assert.Equal(Enumerable.Repeat("LoadAlarm NextNumber Open", 3), before);
    }
}

/// <summary>A store that remembers what it was asked.</summary>
public class CountedStore : DispatchProxy
{
    private IIncidentStore inner = null!;

    /// <summary>Names of the calls, in their order.</summary>
    public IList<string> Calls { get; } = [];

    /// <summary>As the use cases see it.</summary>
    public IIncidentStore Store { get; private set; } = null!;

    public static CountedStore Around(IIncidentStore inner)
    {
        var store = Create<IIncidentStore, CountedStore>();
        var proxy = (CountedStore)store;
        proxy.inner = inner;
        proxy.Store = store;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        Calls.Add(targetMethod!.Name);
        return targetMethod.Invoke(inner, args);
    }
}
