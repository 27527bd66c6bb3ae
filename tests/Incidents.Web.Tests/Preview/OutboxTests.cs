using Incidents.Application.Notifications;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Incidents.Domain.Services;
using Incidents.Scenarios.Tests;
using Incidents.Web.Preview;
using NodaTime;

namespace Incidents.Web.Tests.Preview;

public class OutboxTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 9, 14, 3, 12);

    private readonly Outbox outbox = new();

    [Theory]
    [InlineData(ChannelKind.Sms, "+447700900101", "INC-7 Sev1 Checkout: <b>checkout</b>")]
    [InlineData(ChannelKind.Voice, "+447700900101", "Hello Ada.")]
    [InlineData(ChannelKind.Email, "ada@example.com", "Ada, please acknowledge INC-7")]
    public async Task Send_KeepsWhatThePhoneWouldHaveGot(string kind, string address, string beginning)
    {
        Assert.IsType<DeliveryResult.Delivered>(await Channel(kind).Send(Page(new Person { Id = new PersonId("ada"), Name = "Ada", Phone = "+447700900101", Email = "ada@example.com" }), default));

        var message = Assert.Single(outbox.Messages);
        Assert.Equal((kind, address, Now), (message.Kind, message.Address, message.At));
        Assert.StartsWith(beginning, message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<speak", message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChannelKind.Sms, "no_phone_number")]
    [InlineData(ChannelKind.Email, "no_email_address")]
    public async Task Send_ToSomebodyWithoutOne_HasFailed(string kind, string answer) =>
        Assert.Equal(new DeliveryResult.Rejected(answer), await Channel(kind).Send(Page(new Person { Id = new PersonId("ada"), Name = "Ada" }), default));

    [Fact]
    public void Messages_AreTheNewestTwoHundred()
    {
        for (var i = 1; i <= 203; i++)
        {
            outbox.Add(new OutboxMessage(ChannelKind.Sms, "Ada", "+447700900101", Now, null, $"{i}", null));
        }

        Assert.Equal((200, "203", "4"), (outbox.Messages.Count, outbox.Messages[0].Text, outbox.Messages[^1].Text));
    }

    [Fact]
    public async Task Page_ShowsEachMessageWithItsLink()
    {
        await using var house = await WebAppFixture.Open();
        using var http = new HttpClient();
        Assert.Contains("Nothing yet.", await http.GetStringAsync(new Uri(house.Origin, "/dev/outbox")), StringComparison.Ordinal);

        house.Outbox.Add(new OutboxMessage(ChannelKind.Sms, "Ada", "+447700900101", Now, null, "INC-7 <b>checkout</b>", new Uri(house.Origin, "/r/abc")));
        var page = await http.GetStringAsync(new Uri(house.Origin, "/dev/outbox"));

        Assert.Contains("INC-7 &lt;b&gt;checkout&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("/r/abc\"", page, StringComparison.Ordinal);
    }

    private OutboxChannel Channel(string kind) => new(kind, outbox, new JumpingClock(Now));

    private static Notification.Page Page(Person person) => new()
    {
        Briefing = new NotificationContent
        {
            Incident = new Incident
            {
                Number = new IncidentNumber(7),
                Severity = Severity.Sev1,
                Urgency = Urgency.High,
                Service = new ServiceId("checkout"),
                Title = "<b>checkout</b>",
                Source = IncidentSource.Declared,
                TriggeredAt = Now,
            },
            ServiceName = "Checkout",
            Team = new TeamChannel(ChannelKind.Slack, "default"),
        },
        To = [person],
        Key = "INC-7.2",
    };
}
