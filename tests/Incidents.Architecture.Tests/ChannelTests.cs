namespace Incidents.Architecture.Tests;

/// <summary>All that is said to people goes through one port: what is true of one channel alone is known to its own folder alone.</summary>
public class ChannelTests
{
    [Theory]
    [InlineData("ISlackWebhook")]
    [InlineData("SlackWebhookChannel")]
    [InlineData("SlackMessage")]
    public void Slack_IsSpokenToByItsOwnFolderAlone(string type) => Assert.Empty(
        TypeUses.In(Path.Combine(AppContext.BaseDirectory, "Incidents.Application.dll"))
            .Where(use => use.To.Name == type && use.From.Namespace.Split('.')[2] != "Slack")
            .Select(use => $"{use.From.FullName} uses {type}"));
}
