using System.Text.Json.Nodes;
using Incidents.Application.Alarms;
using static Incidents.Application.Tests.Alarms.Delivered;

namespace Incidents.Application.Tests.Alarms;

public sealed class AlarmAllowListTests
{
    private static readonly AlarmAllowList Ours = new(
        new HashSet<string> { "123456789012" },
        new HashSet<string> { "eu-west-1" },
        new HashSet<string> { "arn:aws:sns:eu-west-1:123456789012:incidents-critical" });

    [Fact]
    public void OurOwn_IsAccepted() => Assert.IsType<ParsedMessage.Alarm>(Parse(Metric()));

    [Fact]
    public void A44_ForeignAccount_IsRefused() => Assert.Equal(
        SourceRefusal.ForeignAccount,
        Refused(Metric().With("AWSAccountId", "111122223333").With("AlarmArn", "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:a")));

    [Fact]
    public void A45_AccountUnlikeItsArn_IsRefusedEvenWhereAnyoneMaySend()
    {
        var body = Metric().With("AWSAccountId", "111122223333");

        var refused = Assert.IsType<ParsedMessage.Refused>(Delivered.Parse(body.ToJsonString()));

        Assert.Equal(SourceRefusal.AccountMismatch, refused.Source);
    }

    [Fact]
    public void A46_ForeignRegion_IsRefused() => Assert.Equal(
        SourceRefusal.ForeignRegion, Refused(Metric().With("AlarmArn", "arn:aws:cloudwatch:us-east-1:123456789012:alarm:a")));

    [Fact]
    public void A47_ForeignTopic_IsRefusedBeforeItIsRead()
    {
        var message = Message("not even JSON") with { TopicArn = "arn:aws:sns:eu-west-1:111122223333:incidents-critical" };

        Assert.Equal(SourceRefusal.ForeignTopic, Assert.IsType<ParsedMessage.Refused>(AlarmParser.Parse(message, Ours)).Source);
    }

    [Fact]
    public void MessageThatCameWithoutSns_HasNoTopicToRefuse() =>
        Assert.IsType<ParsedMessage.Alarm>(AlarmParser.Parse(Message(Metric().ToJsonString()) with { TopicArn = null }, Ours));

    [Fact]
    public void AlarmWithoutAccountOrRegion_IsAccepted() =>
        Assert.IsType<ParsedMessage.Alarm>(Parse(Metric().Without("AlarmArn").Without("AWSAccountId").Without("Region")));

    private static ParsedMessage Parse(JsonObject body) => AlarmParser.Parse(Message(body.ToJsonString()), Ours);

    private static SourceRefusal Refused(JsonObject body) => Assert.IsType<ParsedMessage.Refused>(Parse(body)).Source;
}
