using Amazon.Lambda.SNSEvents;
using Incidents.Application.Actions;
using Incidents.Application.Configuration;
using Incidents.Application.TextReplies;
using Incidents.Functions.Deliveries;
using Incidents.Scenarios.Tests;

namespace Incidents.Functions.Tests;

/// <summary>What comes by the topic of text replies is one, and nothing else is.</summary>
public sealed class TextReplyDeliveryTests : IDisposable
{
    private const string Topic = "arn:aws:sns:eu-west-1:123456789012:incidents-TextReplyTopic-1A2B";

    private readonly ScenarioHost house = new();
    private readonly List<string> warnings = [];

    [Theory]
    [InlineData(Topic, Topic, true)]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:incidents-AlarmTopic-1A2B", Topic, false)]
    [InlineData(Topic, "", false)]
    public async Task V14_Delivery_IsATextReply_ExactlyWhenItCameByTheTopic(string from, string topic, bool taken)
    {
        var delivery = new SNSEvent { Records = [new() { Sns = new() { TopicArn = from, Message = "1", Timestamp = DateTime.UnixEpoch } }] };

        Assert.Equal(taken, await Texts(topic).Take(delivery));
        Assert.Equal(taken ? ["a text reply was not taken: Unreadable"] : [], warnings);
    }

    public void Dispose() => house.Dispose();

    private TextReplyDelivery Texts(string topic) => new(
        new AnswerTextReply(house.Store, house.Get<AcknowledgeIncident>(), house.Get<IOnCallConfigurationProvider>(), new Nobody()), topic, house.Clock, warnings.Add);

    private sealed class Nobody : ITextSender
    {
        public Task Send(string to, string text, CancellationToken cancellation) => Task.CompletedTask;
    }
}
