using System.Text;
using Incidents.Adapters.Aws;
using Incidents.Adapters.Slack.Parameters;
using Incidents.Adapters.Tests.Store;
using Incidents.Application.Slack.Inbound;
using NodaTime;

namespace Incidents.Adapters.Tests.Slack.Parameters;

public sealed class ParameterSignaturesTests
{
    private readonly FixedClock clock = new(Instant.FromUtc(2026, 9, 14, 11, 20));

    [Fact]
    public async Task S27_BothSecretsCountWhileOneIsRotated()
    {
        var parameters = new Parameters();
        parameters.Stored[Parameters.Previous] = "previous";
        var gate = Gate(parameters);

        Assert.IsType<SlackVerdict.Accepted>(await Check(gate, "current"));
        Assert.IsType<SlackVerdict.Accepted>(await Check(gate, "previous"));
    }

    [Fact]
    public async Task S22_ASecretWhoseParameterIsGone_CountsNoMore()
    {
        var parameters = new Parameters();
        parameters.Stored[Parameters.Previous] = "previous";
        var gate = Gate(parameters);
        await Check(gate, "previous");

        parameters.Stored.Remove(Parameters.Previous);
        clock.Now += Duration.FromMinutes(5);

        Assert.IsType<SlackVerdict.Refused>(await Check(gate, "previous"));
    }

    [Fact]
    public async Task AReplacedSecret_IsFoundByTheFirstSignatureItMakes()
    {
        var parameters = new Parameters();
        var gate = Gate(parameters);
        await Check(gate, "current");

        parameters.Stored[Parameters.SigningSecret] = "replaced";
        clock.Now += Duration.FromMinutes(1);

        Assert.IsType<SlackVerdict.Accepted>(await Check(gate, "replaced"));
        Assert.IsType<SlackVerdict.Refused>(await Check(gate, "current"));
    }

    [Fact]
    public async Task ForgedSignatures_CauseNoMoreThanOneReadAMinute()
    {
        var parameters = new Parameters();
        var gate = Gate(parameters);
        for (var second = 0; second < 90; second++)
        {
            Assert.IsType<SlackVerdict.Refused>(await Check(gate, "forged"));
            clock.Now += Duration.FromSeconds(1);
        }

        Assert.Equal(2, parameters.Reads);
    }

    [Fact]
    public async Task WithoutAnySecret_EveryRequestFails()
    {
        var parameters = new Parameters();
        parameters.Stored.Remove(Parameters.SigningSecret);

        var missing = await Assert.ThrowsAsync<SecretUnavailableException>(() => Check(Gate(parameters), "current"));
        Assert.Contains($"put-parameter --type SecureString --name {Parameters.SigningSecret}", missing.Message, StringComparison.Ordinal);
    }

    private SlackRequestVerifier Gate(Parameters parameters) => new(new ParameterSignatures(parameters.Open(clock), parameters.Names));

    private async Task<SlackVerdict> Check(SlackRequestVerifier gate, string secret)
    {
        var body = Encoding.ASCII.GetBytes("payload=%7B%7D");
        var timestamp = $"{clock.Now.ToUnixTimeSeconds()}";
        KeyValuePair<string, string>[] headers =
        [
            new("Content-Type", "application/x-www-form-urlencoded"),
            new(SlackSignature.TimestampHeader, timestamp),
            new(SlackSignature.SignatureHeader, new SlackSigningSecret(secret).HeaderFor(timestamp, body)),
        ];
        return await gate.Check(new SlackRequest("POST", headers, body), clock.Now, default);
    }
}
