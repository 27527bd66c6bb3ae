using System.Diagnostics;
using Incidents.Application.Notifications;
using Incidents.Domain.Incidents;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Incidents.Adapters.Tests.Channels;

/// <summary>What holds for every way to reach a person, whatever the other side does.</summary>
public abstract class PageChannelContract : IAsyncLifetime
{
    private readonly List<IDisposable> opened = [];

    private protected FarSide Side { get; private set; } = null!;

    /// <summary>What the other side says when it takes a page.</summary>
    private protected abstract string Taken { get; }

    /// <summary>Whether a page counts as taken only when the other side says so in its words.</summary>
    private protected virtual bool ReadsTheAnswer => true;

    private protected virtual PageMessage Message => Pages.To();

    /// <summary>Whether it posts in a team's channel, and not to one person.</summary>
    private protected virtual bool IsForATeam => false;

    /// <summary>The channel, sending to a far side at <paramref name="origin"/>.</summary>
    /// <param name="limit">Of one attempt; null for the usual.</param>
    private protected abstract INotificationChannel Open(Uri origin, TimeSpan? limit = null);

    /// <summary>Looks at the one request of a page.</summary>
    private protected abstract void IsRightlyMade(FarSide.Received request);

    public async Task InitializeAsync()
    {
        Side = await FarSide.Start();
        Side.AnswerWith(200, Taken);
    }

    public async Task DisposeAsync()
    {
        opened.ForEach(one => one.Dispose());
        await Side.DisposeAsync();
    }

    [Fact]
    public async Task Send_WhenItIsTaken_IsSent_ByOneRequestOfTheRightShape()
    {
        Assert.IsType<DeliveryResult.Delivered>(await Send());

        var request = Assert.Single(Side.Requests);
        Assert.Equal("POST", request.Method);
        IsRightlyMade(request);
    }

    [Fact]
    public async Task Send_WhenItIsAnUpdate_GoesToATeamAlone()
    {
        var update = new Notification.Update([new IncidentUpdate(Message.Briefing, UpdateKind.Resolved)]);

        var result = await Track(Open(Side.Origin)).Send(update, replaces: null, CancellationToken.None);

        Assert.Equal(IsForATeam ? typeof(DeliveryResult.Delivered) : typeof(DeliveryResult.Rejected), result.GetType());
        Assert.Equal(IsForATeam ? 1 : 0, Side.Requests.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(429)]
    public async Task Send_WhenTheOtherSideIsInTrouble_IsTriedAgain_AndNamesNoTime(int status)
    {
        Side.AnswerWith(status, $"{Pages.Canary} has a problem");

        var later = Assert.IsType<DeliveryResult.RetryLater>(await Send());

        Assert.Null(later.After);
        Assert.Single(Side.Requests);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Send_WhenAskedToWait_WaitsThatLong(int status)
    {
        Side.AnswerWith(status, "{}", retryAfter: "17");

        Assert.Equal(Duration.FromSeconds(17), Assert.IsType<DeliveryResult.RetryLater>(await Send()).After);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Send_WhenItIsRefused_HasFailedForGood(int status)
    {
        Side.AnswerWith(status, $"no such {Pages.Canary}");

        Assert.IsType<DeliveryResult.Rejected>(await Send());
        Assert.Single(Side.Requests);
    }

    [Fact]
    public async Task Send_WhenRedirected_FollowsNowhere()
    {
        Side.Answer = context =>
        {
            context.Response.Redirect(new Uri(Side.Origin, "/stolen").AbsoluteUri, permanent: true, preserveMethod: true);
            return Task.CompletedTask;
        };

        Assert.IsType<DeliveryResult.Rejected>(await Send());
        Assert.Single(Side.Requests);
    }

    [Fact]
    public async Task Send_WhenNothingComesBack_IsUnknown_InFiveSeconds()
    {
        Side.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var watch = Stopwatch.StartNew();

        Assert.IsType<DeliveryResult.Unknown>(await Send(limit: TimeSpan.FromMilliseconds(400)));

        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(5));
        Assert.Single(Side.Requests);
    }

    [Fact]
    public async Task Send_WhenTheConnectionBreaksAfterTheRequest_IsUnknown_AndNotTriedAgainHere()
    {
        Side.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        Assert.IsType<DeliveryResult.Unknown>(await Send());
        Assert.Single(Side.Requests);
    }

    [Fact]
    public async Task F48_Send_WhenNobodyListens_IsTriedAgain() => Assert.IsType<DeliveryResult.RetryLater>(await Send(FarSide.Nobody()));

    [Fact]
    public async Task Send_WhenSomethingElseAnswers200_IsNotTakenForGranted()
    {
        Side.AnswerWith(200, "<html>Please sign in to the guest network</html>");

        Assert.IsType(ReadsTheAnswer ? typeof(DeliveryResult.Unknown) : typeof(DeliveryResult.Delivered), await Send());
    }

    [Fact]
    public async Task Send_WhenTheCallerGivesUp_SaysSo()
    {
        Side.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Track(Open(Side.Origin)).Send(Message, replaces: null, soon.Token));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task Send_WhateverIsAnswered_TellsNoSecret(int status)
    {
        Side.Answer = async context =>
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync($"{{\"error\":\"{Pages.Canary}\",\"__type\":\"{Pages.Canary} {Pages.Canary}\",\"message\":\"+447700900987\"}}");
        };

        var outcome = (await Send()).ToString();

        Assert.DoesNotContain("447700900987", outcome, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Pages.Canary}@", outcome, StringComparison.Ordinal);
        Assert.DoesNotContain(Side.Origin.Authority, outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WithoutAnAnswer_TellsNoSecretEither()
    {
        var outcomes = $"{await Send(FarSide.Nobody())}";

        Assert.DoesNotContain(Pages.Canary, outcomes, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", outcomes, StringComparison.Ordinal);
    }

    private protected Task<DeliveryResult> Send(Uri? origin = null, TimeSpan? limit = null) => Track(Open(origin ?? Side.Origin, limit)).Send(Message, replaces: null, CancellationToken.None);

    private protected T Track<T>(T one)
    {
        if (one is IDisposable disposable)
        {
            opened.Add(disposable);
        }

        return one;
    }
}
