using Incidents.Application.Slack.Inbound;

namespace Incidents.Application.Tests.Slack.Inbound;

public sealed class SlackRotationTests
{
    private static readonly SlackRequest Genuine = new SignedRequest().Signed().Build();

    [Fact]
    public void F69_Check_WhenTheSecretWasReplacedMeanwhile_AsksForTheNewOne()
    {
        var secrets = new Rotating { Newer = new SlackSignature(SignedRequest.Secret) };

        Assert.IsType<SlackVerdict.Accepted>(new SlackRequestVerifier(secrets).Check(Genuine, SignedRequest.Now));
    }

    [Fact]
    public void Check_WhenTheNewerSecretDoesNotFitEither_Is401()
    {
        var secrets = new Rotating { Newer = new SlackSignature(new SlackSigningSecret("another")) };

        Assert.Equal(new SlackVerdict.Refused(SlackRefusal.ForeignSignature), new SlackRequestVerifier(secrets).Check(Genuine, SignedRequest.Now));
    }

    [Fact]
    public void Check_WhatNoSecretCouldMendIsRefusedWithoutAsking()
    {
        var secrets = new Rotating { Newer = new SlackSignature(SignedRequest.Secret) };

        Assert.IsType<SlackVerdict.Refused>(new SlackRequestVerifier(secrets).Check(new SignedRequest { Signature = "v0=" }.Build(), SignedRequest.Now));
        Assert.Equal(0, secrets.Asked);
    }

    private sealed class Rotating : ISlackSignatures
    {
        public required SlackSignature Newer { get; init; }

        public int Asked { get; private set; }

        public ValueTask<SlackSignature> Current(CancellationToken cancellation) =>
            ValueTask.FromResult(new SlackSignature(new SlackSigningSecret("retired")));

        public ValueTask<SlackSignature?> Renewed(CancellationToken cancellation)
        {
            Asked++;
            return ValueTask.FromResult<SlackSignature?>(Newer);
        }
    }
}
