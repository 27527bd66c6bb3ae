using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Incidents.Adapters.CommandLine.Signing;
using Incidents.Application.Alarms.Sns;
using Incidents.Application.Time;
using Incidents.Scenarios.Tests;

namespace Incidents.Web.Tests.Sns;

public class SnsRoutesTests
{
    [Fact]
    public async Task Notification_SignedForOurTopic_OpensAnIncident()
    {
        using var keys = new Keys();
        await using var house = await WebAppFixture.Open(certificates: keys);

        var answer = await Deliver(house, Alarm(house, keys));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("INC-1", (await answer.Json()).GetProperty("incident").GetString());
        Assert.Equal("checkout-5xx", (await house.Look(new(1))).Title);
    }

    [Fact]
    public async Task Notification_WhileTheStoreIsDown_Is503SoThatSnsTriesAgain()
    {
        using var keys = new Keys();
        await using var house = await WebAppFixture.Open(certificates: keys);
        var delivery = Alarm(house, keys);
        house.Store.IsDown = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Deliver(house, delivery)).StatusCode);

        house.Store.IsDown = false;
        var second = await Deliver(house, delivery);
        var third = await Deliver(house, delivery);

        Assert.Equal("triggered", (await second.Json()).GetProperty("decision").GetString());
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        Assert.Single(house.Preview.Messages);
    }

    [Fact]
    public async Task Notification_ThatIsForged_Is403AndStoresNothing()
    {
        using var keys = new Keys();
        using var others = new Keys();
        await using var house = await WebAppFixture.Open(certificates: keys);

        var answer = await Deliver(house, Alarm(house, others));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
        Assert.Empty(await house.Store.Store.OpenIncidents(CancellationToken.None));
        Assert.Contains(house.Log.All, line => line.Contains("refused, ForeignSignature", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Body_ThatIsTooLong_Is413()
    {
        await using var house = await WebAppFixture.Open();

        var answer = await house.Bare().PostAsync("/sns", new StringContent(new string('x', 2 * 1024 * 1024)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }

    private static SnsRequest Alarm(WebAppFixture house, Keys keys) => keys.Signer.Notification(
        TestConfiguration.Topic, AlarmBody.Metric("checkout-5xx", "ALARM", house.Clock.Now()), subject: null, Guid.NewGuid(), house.Clock.Now());

    private static async Task<HttpResponseMessage> Deliver(WebAppFixture house, SnsRequest delivery)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sns") { Content = new ReadOnlyMemoryContent(delivery.Body) };
        foreach (var (name, value) in delivery.Headers)
        {
            if (name == "Content-Type")
            {
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            }
            else
            {
                request.Headers.Add(name, value);
            }
        }

        return await house.Bare().SendAsync(request);
    }

    /// <summary>A key with its certificate, which is all the certificates there are.</summary>
    private sealed class Keys : ISigningCertificates, IDisposable
    {
        private readonly RSA key = RSA.Create(2048);
        private readonly X509Certificate2 certificate;

        public Keys()
        {
            certificate = new CertificateRequest("CN=tests", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                .CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
            Signer = new SnsSigner(key, new Uri("https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem"));
        }

        public SnsSigner Signer { get; }

        public Task<X509Certificate2?> Get(Uri address, CancellationToken cancellation) => Task.FromResult<X509Certificate2?>(certificate);

        public void Dispose()
        {
            certificate.Dispose();
            key.Dispose();
        }
    }
}
