using System.Net;
using System.Text;
using Incidents.Application.Time;
using Incidents.Scenarios.Tests;
using NodaTime;

namespace Incidents.Web.Tests.Api;

/// <summary>Requests that are sent again because their answer got lost.</summary>
public class IdempotencyKeyTests
{
    private const string Body = """{"title":"checkout is down","service":"checkout"}""";

    [Fact]
    public async Task V36_IdempotencyKey_SentTwice_DoesItOnceAndAnswersTheSame()
    {
        await using var house = await WebAppFixture.Open();

        using var first = await Post(house, "k-1", Body);
        using var second = await Post(house, "k-1", Body);
        using var other = await Post(house, "k-2", Body);

        Assert.Equal((first.StatusCode, first.Headers.Location, first.Content.Headers.ContentType), (second.StatusCode, second.Headers.Location, second.Content.Headers.ContentType));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal((false, true), (first.Headers.Contains("Idempotency-Replayed"), second.Headers.Contains("Idempotency-Replayed")));
        Assert.False(other.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(2, (await house.Api().GetJson("/api/v1/incidents")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task V36_IdempotencyKey_OfAnotherRequest_Is422AndDoesNothing()
    {
        await using var house = await WebAppFixture.Open();
        await Post(house, "k-1", Body);

        await (await Post(house, "k-1", """{"title":"another","service":"checkout"}""")).Problem(422);
        await (await Post(house, "k-1", """{"text":"x"}""", "/api/v1/incidents/INC-1/notes")).Problem(422);

        Assert.Equal(1, (await house.Api().GetJson("/api/v1/incidents")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task V36_IdempotencyKey_OfYesterday_IsNew()
    {
        await using var house = await WebAppFixture.Open();
        await Post(house, "k-1", Body);
        house.Clock.Jump(Duration.FromHours(24));

        using var again = await Post(house, "k-1", Body);

        Assert.False(again.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(2, (await house.Api().GetJson("/api/v1/incidents")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task V36_IdempotencyKey_AfterAnOutage_IsDone()
    {
        await using var house = await WebAppFixture.Open();
        house.Store.IsDown = true;
        await (await Post(house, "k-1", Body)).Problem(503);
        house.Store.IsDown = false;

        using var again = await Post(house, "k-1", Body);

        Assert.True(again.IsSuccessStatusCode);
        Assert.False(again.Headers.Contains("Idempotency-Replayed"));
    }

    [Fact]
    public async Task V36_IdempotencyKey_SentAtOnce_DoesItOnce()
    {
        await using var house = await WebAppFixture.Open();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Post(house, "k-1", Body)));

        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(1, (await house.Api().GetJson("/api/v1/incidents")).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("")]
    [InlineData("with blank")]
    [InlineData("LONG")]
    public async Task V36_IdempotencyKey_ThatIsNone_Is400(string key)
    {
        await using var house = await WebAppFixture.Open();

        await (await Post(house, key == "LONG" ? new string('k', 256) : key, Body)).Problem(400);
    }

    [Fact]
    public async Task V36_IdempotencyKey_OnTheAlarmPath_IsNotLookedAt()
    {
        await using var house = await WebAppFixture.Open();

        await Post(house, "k-1", AlarmBody.Metric("checkout-a", "ALARM", house.Clock.Now()), "/api/v1/alarms");
        await Post(house, "k-1", AlarmBody.Metric("payments-b", "ALARM", house.Clock.Now()), "/api/v1/alarms");

        Assert.Equal(2, (await house.Api().GetJson("/api/v1/incidents")).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("/api/v1/people/ana/calendar")]
    [InlineData("/api/v1/people/ana/calendar/")]
    public async Task V36_IdempotencyKey_OnACalendar_KeepsNoSecret(string path)
    {
        await using var house = await WebAppFixture.Open();
        using var first = await Post(house, "k-1", "{}", path);
        Assert.True(first.IsSuccessStatusCode);

        var problem = await (await Post(house, "k-1", "{}", path)).Problem(409);

        Assert.Contains("not kept", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Post(WebAppFixture house, string key, string body, string path = "/api/v1/incidents")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await house.Api().SendAsync(request);
    }
}
