using System.Net;
using System.Reflection;
using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application.Configuration;
using Incidents.Application.Heartbeats;
using Incidents.Application.Store;
using Incidents.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Web.Tests.Middleware;

/// <summary>Without the store nobody knows how things stand, and nothing may read as if all were well.</summary>
public class StoreDownTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?state=resolved")]
    [InlineData("/incidents/INC-1")]
    public async Task F80_Page_IsA503ThatNeverSaysAllClear(string path)
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        house.Store.IsDown = true;

        var page = await house.Browse().Open(path);

        Assert.Equal(503, page.Status);
        Assert.Contains("This does not mean that all is well.", page.Text);
        Assert.DoesNotContain("No incident", page.Text);
        Assert.DoesNotContain("7f3a", page.Body);
        Assert.Equal("5", Assert.Single(page.Response.Headers.GetValues("Retry-After")));
    }

    [Fact]
    public async Task Form_SaysThatNothingWasChanged()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        var form = (await browser.Open("/incidents/INC-1")).Form("/acknowledge");
        house.Store.IsDown = true;

        var page = await browser.Submit(form);

        Assert.Equal(503, page.Status);
        Assert.Contains("Nothing was changed.", page.Text);
    }

    [Fact]
    public async Task Api_AnswersWithAProblem()
    {
        await using var house = await WebAppFixture.Open();
        house.Store.IsDown = true;

        await (await house.Api().GetAsync("/api/v1/incidents")).Problem(503);
        await (await house.Api().PostJson("/api/v1/alarms", Payload.Text("cloudwatch/metric-alarm.json"))).Problem(503);
    }

    [Fact]
    public async Task Health_FollowsTheStore()
    {
        await using var house = await WebAppFixture.Open();
        Assert.Equal("ok", (await house.Bare().GetJson("/healthz")).GetProperty("status").GetString());

        house.Store.IsDown = true;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await house.Bare().GetAsync("/healthz")).StatusCode);
    }

    [Fact]
    public async Task V55_Health_WhenReadsAreAnsweredAndWritesFail_Is503ThatSaysSo()
    {
        await using var house = await WebAppFixture.Open(parts: services => services.AddSingleton(ReadOnlyBeats.Of(new InMemoryHeartbeatStore())));

        var answer = await house.Bare().GetAsync("/healthz");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("unwritable", (await answer.Json()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task V55_Health_HoweverOftenItIsAsked_WritesOnceInFiveSeconds()
    {
        var beats = ReadOnlyBeats.Of(new InMemoryHeartbeatStore());
        ((ReadOnlyBeats)beats).IsFull = false;
        await using var house = await WebAppFixture.Open(parts: services => services.AddSingleton(beats));
        using var http = house.Bare();

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/healthz")).StatusCode);
        }

        Assert.InRange(((ReadOnlyBeats)beats).Probes, 1, 3);
    }

    /// <summary>A store on a disk that is full: it answers what is asked and keeps nothing more.</summary>
    public class ReadOnlyBeats : DispatchProxy
    {
        private IHeartbeatStore inner = null!;

        public bool IsFull { get; set; } = true;

        public int Probes { get; private set; }

        public static IHeartbeatStore Of(IHeartbeatStore inner)
        {
            var store = Create<IHeartbeatStore, ReadOnlyBeats>();
            ((ReadOnlyBeats)store).inner = inner;
            return store;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name != nameof(IHeartbeatStore.KeepProbe))
            {
                return targetMethod.Invoke(inner, args);
            }

            Probes++;
            return IsFull ? Task.FromException(new StoreUnavailableException("database or disk is full")) : Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Failure_NobodyThoughtOf_IsLoggedAndShowsNothingOfItself()
    {
        await using var house = await WebAppFixture.Open();
        house.Configuration.Failure = new InvalidOperationException("a secret of the house");

        var page = await house.Browse().Open("/");

        Assert.Equal(500, page.Status);
        Assert.Contains("It is in the log.", page.Text);
        Assert.DoesNotContain("a secret of the house", page.Body);
        Assert.DoesNotContain("Exception", page.Body);
        Assert.Contains(house.Log.All, line => line.StartsWith("Error: GET HTTP: GET /", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_WithoutAnyConfiguration_NamesWhatIsWrongWithIt()
    {
        await using var house = await WebAppFixture.Open();
        house.Configuration.Problem = TestConfiguration.Mistake;
        house.Configuration.Failure = new InvalidConfigurationException(TestConfiguration.Mistake);

        var page = await house.Browse().Open("/");

        Assert.Equal(503, page.Status);
        Assert.Contains("config/oncall.yaml:7:3", page.Text);
    }
}
