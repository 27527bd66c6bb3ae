using Incidents.Application.Configuration;
using Incidents.Application.TextReplies;
using Incidents.Domain.Incidents;
using Incidents.Scenarios.Tests.Night;
using NodaTime;

namespace Incidents.Scenarios.Tests.TextReplies;

/// <summary>A person replies to a text, and SNS brings what End User Messaging makes of it.</summary>
public sealed class TextReplyTests : IDisposable
{
    private const string Number = "+12065550100";
    private const string Ana = "+4915100000001";

    private static readonly string TwoWay = NightHost.Configuration.Replace($"sms: {{ origination: \"{Number}\" }}", $"sms: {{ origination: \"{Number}\", two_way: true }}", StringComparison.Ordinal);

    private readonly NightHost night = new(TwoWay);
    private readonly Texts texts = new();

    [Fact]
    public async Task V14_TextReply_1_AcknowledgesWhatTheNewestTextBeforeItWasAbout_AlsoWhenItIsDeliveredTwice()
    {
        await night.House.Fire("ringing-1");
        await night.Pass(Duration.FromSeconds(70));
        var sentAt = night.Now;

        Assert.Equal([new IncidentNumber(1)], Assert.IsType<TextReplyResult.Acknowledged>(await Reply("1", Ana, sentAt: sentAt)).Numbers);
        await night.House.Fire("one-1");
        await night.Pass(Duration.FromSeconds(70));
        await Reply("1", Ana, sentAt: sentAt);

        Assert.Equal(new Actor("ana", "Ana", Via.Text), (await night.House.Look(new IncidentNumber(1))).AcknowledgedBy);
        Assert.Equal(IncidentStatus.Triggered, (await night.House.Look(new IncidentNumber(2))).Status);
        Assert.Equal((Ana, "Acknowledged: INC-1."), texts.Sent[0]);
    }

    [Theory]
    [InlineData("all")]
    [InlineData(" ALL. ")]
    public async Task V14_TextReply_All_AcknowledgesEverythingThePersonWasPagedFor(string body)
    {
        await night.House.Fire("ringing-1");
        await night.House.Fire("gap-1");
        await night.Pass(Duration.FromSeconds(70));

        await Reply(body, Ana);

        Assert.Equal(IncidentStatus.Acknowledged, (await night.House.Look(new IncidentNumber(1))).Status);
        Assert.Equal(IncidentStatus.Triggered, (await night.House.Look(new IncidentNumber(2))).Status);
    }

    [Fact]
    public async Task V14_TextReply_1_WhenWhatTheTextWasAboutIsOver_TakesNoOlderIncident()
    {
        await night.House.Fire("ringing-1");
        await night.Pass(Duration.FromSeconds(70));
        await night.House.Fire("one-1");
        await night.Pass(Duration.FromSeconds(70));
        await night.House.Recover("one-1");
        await night.House.Resolve(new IncidentNumber(2));

        Assert.Empty(Assert.IsType<TextReplyResult.Acknowledged>(await Reply("1", Ana)).Numbers);
        Assert.Equal(IncidentStatus.Triggered, (await night.House.Look(new IncidentNumber(1))).Status);
        Assert.Equal("INC-2 is resolved. 1 more wait: reply ALL.", Assert.Single(texts.Sent).Text);
    }

    [Fact]
    public async Task V14_TextReply_WhenAColleagueHasIt_SaysWho()
    {
        await night.House.Fire("ringing-1");
        await night.Pass(Duration.FromSeconds(70));
        await night.House.Acknowledge(new IncidentNumber(1), "ben");

        await Reply("1", Ana);

        Assert.Equal("ben", (await night.House.Look(new IncidentNumber(1))).AcknowledgedBy!.Id);
        Assert.Equal("INC-1 is acknowledged by ben already.", Assert.Single(texts.Sent).Text);
    }

    [Fact]
    public async Task V14_TextReply_WhenItIsNeitherWord_SaysWhatToReply()
    {
        Assert.IsType<TextReplyResult.NotUnderstood>(await Reply("on my way", Ana));
        Assert.StartsWith("Reply 1", Assert.Single(texts.Sent).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+4915199999999", Number, TextReplyRefusal.UnknownSender)]
    [InlineData(Ana, "+12065559999", TextReplyRefusal.OtherDestination)]
    public async Task V14_TextReply_WhenSenderOrNumberIsNotKnown_DoesNothingAndAnswersNobody(string from, string to, TextReplyRefusal reason)
    {
        await night.House.Fire("ringing-1");
        await night.Pass(Duration.FromSeconds(70));

        Assert.Equal(new TextReplyResult.Refused(reason), await Reply("1", from, to));
        Assert.Equal(IncidentStatus.Triggered, (await night.House.Look(new IncidentNumber(1))).Status);
        Assert.Empty(texts.Sent);
    }

    [Fact]
    public async Task V14_TextReply_WhenTwoPeopleShareTheNumber_IsRefused()
    {
        night.Deploy(TwoWay.Replace("+4915100000002", Ana, StringComparison.Ordinal));

        Assert.Equal(new TextReplyResult.Refused(TextReplyRefusal.SharedNumber), await Reply("1", Ana));
    }

    [Fact]
    public async Task V14_TextReply_WhenRepliesAreNotTaken_IsRefused()
    {
        night.Deploy(NightHost.Configuration);

        Assert.Equal(new TextReplyResult.Refused(TextReplyRefusal.NotTwoWay), await Reply("1", Ana));
    }

    [Theory]
    [InlineData("""{ "originationNumber":"+14255550182", "destinationNumber":"+12125550101", "messageKeyword":"JOIN", "messageBody":"EXAMPLE", "inboundMessageId":"cae173d2-66b9-564c-8309-21f858e9fb84", "previousPublishedMessageId":"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" }""")]
    [InlineData("""{ "messageBody":"EXAMPLE", "destinationNumber":"+12125550101", "originationNumber":"+14255550182", "previousPublishedMessageId":null, "new":[] }""")]
    public void V14_TextReply_AsAwsDocumentsIt_IsRead(string message) =>
        Assert.Equal(("+14255550182", "+12125550101", "EXAMPLE"), TextReply.Read(message) is { } reply ? (reply.From, reply.To, reply.Body) : default);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"originationNumber\":1}")]
    [InlineData("{\"originationNumber\":\"+4915100000001\",\"destinationNumber\":\"+12065550100\"}")]
    public async Task V14_TextReply_WhenItIsSomethingElse_IsRefused(string message) =>
        Assert.Equal(new TextReplyResult.Refused(TextReplyRefusal.Unreadable), await Answer.Handle(message, night.Now, CancellationToken.None));

    public void Dispose() => night.Dispose();

    private AnswerTextReply Answer => new(
        night.House.Store, night.House.Get<Incidents.Application.Actions.AcknowledgeIncident>(), night.House.Get<IOnCallConfigurationProvider>(), texts);

    private Task<TextReplyResult> Reply(string body, string from, string to = Number, Instant? sentAt = null) => Answer.Handle(
        $$"""{"originationNumber":"{{from}}","destinationNumber":"{{to}}","messageKeyword":"KEYWORD_1","messageBody":"{{body}}","inboundMessageId":"cae173d2-66b9-564c-8309-21f858e9fb84","previousPublishedMessageId":"ok"}""",
        sentAt ?? night.Now,
        CancellationToken.None);

    private sealed class Texts : ITextSender
    {
        public List<(string To, string Text)> Sent { get; } = [];

        public Task Send(string to, string text, CancellationToken cancellation)
        {
            Sent.Add((to, text));
            return Task.CompletedTask;
        }
    }
}
