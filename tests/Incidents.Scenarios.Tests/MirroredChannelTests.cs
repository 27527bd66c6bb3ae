using Incidents.Adapters.CommandLine.Paging;
using Incidents.Application.Intake;
using Incidents.Application.Notifications;
using Incidents.Domain.Incidents;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Scenarios.Tests;

/// <summary>The preview beside the real Slack: it sees the same, and is nothing to a page.</summary>
public sealed class MirroredChannelTests
{
    private readonly ListeningChannel real = new();
    private readonly ListeningChannel mirror = new();

    [Fact]
    public async Task V51_Page_WhenTheMirrorStandsStill_IsNotDelayed()
    {
        mirror.BeforePage = new TaskCompletionSource().Task;
        using var house = House();

        await house.Fire("checkout-errors").WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(["page INC-1 Ana"], real.Heard);
    }

    [Fact]
    public async Task V51_Page_WhenTheMirrorBlocksItsThread_IsNotDelayed()
    {
        using var never = new ManualResetEventSlim();
        mirror.Answer = () => { never.Wait(TimeSpan.FromSeconds(60)); return new DeliveryResult.Delivered(); };
        using var house = House();

        await house.Fire("checkout-errors").WaitAsync(TimeSpan.FromSeconds(20));
        never.Set();

        Assert.Equal(["page INC-1 Ana"], real.Heard);
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(UnauthorizedAccessException))]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(OperationCanceledException))]
    public async Task V51_Page_WhenTheMirrorThrows_IsSentOnce_AndTheMirrorSeesWhatFollows(Type thrown)
    {
        var times = 0;
        mirror.Answer = () => ++times == 1 ? throw (Exception)Activator.CreateInstance(thrown)! : new DeliveryResult.Delivered();
        using var house = House();

        var outcome = await house.Fire("checkout-errors");
        await house.Fire("payments-errors");

        Assert.Equal(2, real.Pages);
        Assert.Equal(IncidentStatus.Triggered, outcome.Incident!.Incident.Status);
        Assert.DoesNotContain(outcome.Incident.Incident.Pages, page => page.Channel == Page.Team);
        await Eventually(() => mirror.Heard.Count == 2);
    }

    [Fact]
    public async Task V51_Mirror_HearsAfterTheChannelThatCounts_InTheSameOrder()
    {
        var order = new List<string>();
        real.Answer = () => { order.Add("real"); return new DeliveryResult.Delivered(); };
        mirror.Answer = () => { order.Add("mirror"); return new DeliveryResult.Delivered(); };
        using var house = House();

        await house.Fire("checkout-errors");
        await Eventually(() => order.Count == 2);
        await house.Fire("payments-errors");
        await Eventually(() => mirror.Heard.Count == 2);

        Assert.Equal(["real", "mirror"], order.Take(2));
        Assert.Equal(real.Heard, mirror.Heard);
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(UnauthorizedAccessException))]
    [InlineData(typeof(InvalidOperationException))]
    public async Task V51_Page_WhenItsChannelThrows_FailsThatPage_AndNotTheAlarm(Type thrown)
    {
        real.Answer = () => throw (Exception)Activator.CreateInstance(thrown)!;
        using var house = new ScenarioHost(parts: services => services.AddSingleton<INotificationChannel>(real));

        var outcome = await house.Fire("checkout-errors");

        Assert.NotNull(outcome.Incident);
        Assert.Contains(outcome.Incident.Incident.Pages, page => page.Channel == Page.Team);
    }

    private ScenarioHost House() => new(parts: services => services.AddSingleton<INotificationChannel>(new MirroredChannel(real, mirror)));

    private static async Task Eventually(Func<bool> holds)
    {
        for (var waited = 0; !holds(); waited++)
        {
            Assert.True(waited < 500, "it did not happen within ten seconds");
            await Task.Delay(20);
        }
    }
}
