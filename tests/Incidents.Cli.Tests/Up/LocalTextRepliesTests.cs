using Incidents.Application.Actions;
using Incidents.Application.Alarms;
using Incidents.Application.Configuration;
using Incidents.Application.Intake;
using Incidents.Application.TextReplies;
using Incidents.Application.Time;
using Incidents.Cli.Up;
using Incidents.Domain.Incidents;
using Incidents.Functions;
using Incidents.Functions.Deliveries;
using Incidents.Functions.Telemetry;
using Incidents.Scenarios.Tests;
using Incidents.Web.Preview;
using NodaTime;

namespace Incidents.Cli.Tests.Up;

/// <summary>Replies to texts on one machine: they come to `POST /sns` by a topic of their own.</summary>
public sealed class LocalTextRepliesTests : IDisposable
{
    private const string Replies = "arn:aws:sns:eu-west-1:123456789012:replies";
    private const string Ana = "+4915100000001";

    private static readonly string TwoWay = ScenarioHost.Configuration.Replace("ana: { name: Ana,", $"ana: {{ name: Ana, phone: \"{Ana}\",", StringComparison.Ordinal) + """

        channels: { sms: { origination: "+12065550100", two_way: true } }
        """;

    private readonly ScenarioHost house = new(configuration: TwoWay);
    private readonly Outbox outbox = new();
    private readonly List<string> warnings = [];

    [Theory]
    [InlineData(Replies, IncidentStatus.Acknowledged)]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:alarms", IncidentStatus.Triggered)]
    public async Task V14_Up_WhenAReplyComesByItsTopic_Acknowledges_AndAnswersInTheOutbox(string topic, IncidentStatus status)
    {
        var number = (await house.Fire("checkout-errors")).Incident!.Incident.Number;
        await house.Pass(Duration.FromSeconds(30));

        await Deliver(topic, $$"""{"originationNumber":"{{Ana}}","destinationNumber":"+12065550100","messageKeyword":"JOIN","messageBody":"all","inboundMessageId":"cae173d2-66b9-564c-8309-21f858e9fb84","previousPublishedMessageId":"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}""");

        Assert.Equal(status, (await house.Look(number)).Status);
        Assert.Equal(status == IncidentStatus.Acknowledged ? [(Ana, "Acknowledged: INC-1.")] : [], outbox.Messages.Select(message => (message.Address, message.Text)));
    }

    [Fact]
    public async Task V14_Up_WhenAReplyIsFromAStranger_SaysSoOnTheTerminalWithoutTheNumber()
    {
        await Deliver(Replies, """{"originationNumber":"+4915199999999","destinationNumber":"+12065550100","messageBody":"1"}""");

        Assert.Equal(["a text reply was not taken: UnknownSender"], warnings);
    }

    [Fact]
    public void V14_Up_TakesTheTopicOfRepliesAtItsDoor_WhereOneIsNamed()
    {
        var variables = new Dictionary<string, string> { ["INCIDENTS_TOPIC_ARNS"] = "arn:a, arn:b", [LocalTopics.RepliesVariable] = Replies };

        Assert.Equivalent(new[] { "arn:a", "arn:b", Replies, LocalTopic.Arn }, LocalTopics.Of(variables.GetValueOrDefault).All, strict: true);
        Assert.Equal([LocalTopic.Arn], LocalTopics.Of(_ => null).All);
    }

    public void Dispose() => house.Dispose();

    private Task<AlarmReceipt> Deliver(string topic, string text)
    {
        var answer = new AnswerTextReply(house.Store, house.Get<AcknowledgeIncident>(), house.Get<IOnCallConfigurationProvider>(), new OutboxTextSender(outbox, house.Clock));
        var function = new ReceiveAlarmFunction(house.Get<Application.Intake.FailOpen.ReceiveFailOpen>(), house.Get<Application.Sweep.InlinePageRetry>(), house.Clock);
        return function.Deliver(new AlarmMessage(text, null, "m-1", topic, house.Clock.Now()), new TextReplyDelivery(answer, Replies, house.Clock, warnings.Add), Invocations());
    }

    private static InvocationTelemetry Invocations() => new(() => null, () => { }, () => { });
}
