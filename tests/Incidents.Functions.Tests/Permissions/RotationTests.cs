using System.Net;
using Incidents.Application.Time;
using Incidents.Functions.Tests.Template;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Functions.Tests.Permissions;

/// <summary>Secrets and settings change while two versions of a function run: the one in use, which has been up for long, and the next, which starts in the middle.</summary>
public sealed class RotationTests : IAsyncLifetime
{
    private const string Current = $"/incidents/{Physical.Stack}/slack-signing-secret";
    private const string Previous = $"/incidents/{Physical.Stack}/slack-signing-secret-previous";

    private Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.Set();
        stage.Aws.Secrets[Current] = "one";
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task V21_Rotation_OfTheSigningSecret_AsOperateHasIt_WorksOnBothVersionsAtEveryStep_WithoutADeployment()
    {
        var inUse = stage.Start("HandleSlackInteraction");
        Assert.Equal((true, false), (await Takes(inUse, "one"), await Takes(inUse, "two")));

        stage.Aws.Secrets[Previous] = "one";
        Later();
        Assert.True(await Takes(inUse, "one"));

        // Regenerated in Slack, and put at once.
        stage.Aws.Secrets[Current] = "two";
        var next = stage.Start("HandleSlackInteraction");
        Later();
        Assert.Equal((true, true), (await Takes(inUse, "two"), await Takes(inUse, "one")));
        Assert.Equal((true, true), (await Takes(next, "two"), await Takes(next, "one")));

        stage.Aws.Secrets.Remove(Previous);
        stage.Clock.Jump(Duration.FromHours(24));
        Assert.Equal((true, false), (await Takes(inUse, "two"), await Takes(inUse, "one")));
        Assert.Equal((true, false), (await Takes(next, "two"), await Takes(next, "one")));
    }

    [Theory]
    [InlineData(Previous)]
    [InlineData($"/incidents/{Physical.Stack}/settings")]
    [InlineData($"/incidents/{Physical.Stack}/slack-webhook")]
    public async Task V21_Press_WhenARoleDeniesAnotherParameter_IsAnsweredAllTheSame(string denied)
    {
        stage.Aws.Denied.Add(denied);

        Assert.True(await Takes(stage.Start("HandleSlackInteraction"), "one"));
    }

    [Fact]
    public async Task V21_Press_WhenTheSecretIsOnlyWhereAVersionBeforeHadIt_IsAnswered()
    {
        stage.Aws.Secrets.Remove(Current);
        stage.Aws.Secrets["/team/slack-signing-secret"] = "one";

        Assert.True(await Takes(stage.Start("HandleSlackInteraction"), "one"));
    }

    /// <summary>A minute, after which a signature that no known secret makes has secrets read again.</summary>
    private void Later() => stage.Clock.Jump(Duration.FromMinutes(2));

    private async Task<bool> Takes(IServiceProvider version, string secret)
    {
        var press = Events.Signed("payload=" + Uri.EscapeDataString("""{"type":"incidents_self_test"}"""), stage.Clock.Now(), secret);
        return (await version.GetRequiredService<HandleSlackInteractionFunction>().HandleSlackInteraction(press)).StatusCode == (int)HttpStatusCode.OK;
    }
}
