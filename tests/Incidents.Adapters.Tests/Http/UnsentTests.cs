using Incidents.Adapters.Http;

namespace Incidents.Adapters.Tests.Http;

public sealed class UnsentTests
{
    private static readonly Exception Refused = new HttpRequestException(HttpRequestError.ConnectionError, "refused");

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task OnceMore_WhatNeverLeft_IsTriedOnceMore(HttpRequestError error) => Assert.Equal(2, await Tries(new HttpRequestException(error, "x")));

    [Fact]
    public async Task OnceMore_WhatMayHaveArrived_IsNot() => Assert.Equal(1, await Tries(new HttpRequestException(HttpRequestError.ResponseEnded, "x")));

    [Fact]
    public async Task OnceMore_AConnectionThatTookItsWholeTime_IsNot() => Assert.Equal(1, await Tries(new OperationCanceledException("x", new TimeoutException())));

    [Fact]
    public async Task OnceMore_WhenItThenWorks_HasWorked()
    {
        var tries = 0;

        Assert.Equal("sent", await Unsent.OnceMore.ExecuteAsync(_ => ++tries == 1 ? throw Refused : ValueTask.FromResult("sent")));
    }

    private static async Task<int> Tries(Exception failure)
    {
        var tries = 0;
        await Assert.ThrowsAsync(failure.GetType(), () => Unsent.OnceMore.ExecuteAsync(_ =>
        {
            tries++;
            throw failure;
        }).AsTask());
        return tries;
    }
}
