using System.Text.Json;
using System.Xml.Linq;
using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Paging.Channels;
using Incidents.Application.Tests.Slack.Cards;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using static Incidents.Application.Tests.Paging.Channels.Messages;

namespace Incidents.Application.Tests.Paging.Channels;

/// <summary>Mails, calls, pushes and webhooks: what each says, and that nobody's words break out of it.</summary>
public sealed class PageTextTests
{
    [Fact]
    public void Email_SaysWhatBrokeAndWhereToAcknowledge()
    {
        var mail = EmailText.Of(Page(link: Link));

        Assert.Equal("INC-142 Sev1 Checkout: checkout-5xx: CPUUtilization 93.4% > 80%", mail.Subject);
        Assert.EndsWith($"Acknowledge: {Link}\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{Link}\"", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void V11_Digest_InEachMedium_SaysThatItIsOne()
    {
        var notice = Page(link: Link, urgency: Urgency.Low);
        var briefing = notice.Briefing.With(i => i with { Source = IncidentSource.Message, Opener = i.Opener! with { Member = new AlarmMember(new DedupKey("note:Rds:checkout-1"), "m-1") } });
        var digest = notice with { Briefing = briefing, Also = [briefing, briefing] };

        Assert.StartsWith("3 notices of low urgency (RDS events), worst: INC-142", EmailText.Of(digest).Subject, StringComparison.Ordinal);
        Assert.StartsWith("3 notices of low urgency (RDS events), worst: Sev1", PushText.Of(digest).Title, StringComparison.Ordinal);
        Assert.StartsWith("3 notices, worst: INC-142", SmsText.Of(digest), StringComparison.Ordinal);
        Assert.Contains("You have 3 notices of low urgency (RDS events).", VoiceText.Of(digest), StringComparison.Ordinal);
        Assert.StartsWith("3 incidents, worst: INC-142", SmsText.Of(digest with { Also = [briefing, Page().Briefing] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Email_WithHostileWords_EscapesThem_AndForgesNoHeader()
    {
        var mail = EmailText.Of(Page(Hostile, service: Hostile));

        Assert.DoesNotContain(mail.Subject, char.IsControl);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("\nBcc:", mail.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x&gt; &amp; &quot;quoted&quot;", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Voice_SaysWhatBrokeTwice_AndHowToAcknowledge()
    {
        var said = XDocument.Parse(VoiceText.Of(Page())).Root!.Value;

        Assert.Equal(3, said.Split("Severity 1, Checkout. checkout 5xx.").Length);
        Assert.EndsWith("To acknowledge, press Acknowledge in Slack.", said, StringComparison.Ordinal);
        Assert.Contains("open the link", VoiceText.Of(Page(link: Link)), StringComparison.Ordinal);
        Assert.DoesNotContain("1Zkq0", VoiceText.Of(Page(link: Link)), StringComparison.Ordinal);
    }

    [Fact]
    public void Voice_WithHostileWords_IsStillOneDocument_ShorterThanAwsTakes()
    {
        var ssml = VoiceText.Of(Page(Hostile + new string('<', 3_000), service: Hostile));

        Assert.Equal("speak", XDocument.Parse(ssml).Root!.Name.LocalName);
        Assert.InRange(ssml.Length, 1, 6_000);
    }

    [Theory]
    [InlineData(Urgency.High, true)]
    [InlineData(Urgency.Low, false)]
    public void Push_RingsByUrgency(Urgency urgency, bool rings)
    {
        var push = PushText.Of(Page(Hostile, Link, urgency: urgency));

        Assert.Equal(("Sev1 Checkout · INC-142", rings, Link), (push.Title, push.IsUrgent, push.Link));
        Assert.DoesNotContain(push.Body, letter => char.IsControl(letter) && letter != '\n');
    }

    [Fact]
    public void Push_ALongPage_StaysShorterThanPushoverTakes() => Assert.InRange(PushText.Of(Page(new string('x', 5_000), mayBeRepeat: true)).Body.Length, 1, 1_024);

    [Fact]
    public void Webhook_TellsTheWholePage()
    {
        using var json = JsonDocument.Parse(WebhookJson.Of(Page(Hostile + "\ud800", Link, mayBeRepeat: true)));
        var root = json.RootElement;

        Assert.Equal(("page", "INC-142.7", 1, true), (root.GetProperty("type").GetString(), root.GetProperty("key").GetString(), root.GetProperty("attempt").GetInt32(), root.GetProperty("mayBeRepeat").GetBoolean()));
        Assert.Equal(Link.AbsoluteUri, root.GetProperty("acknowledgeUrl").GetString());
        Assert.Equal(("ana", "Ana Ruiz"), (root.GetProperty("person").GetProperty("id").GetString(), root.GetProperty("person").GetProperty("name").GetString()));
        Assert.Equal(("INC-142", "Sev1", "2026-09-14T11:18:52Z"), (Of("number"), Of("severity"), Of("triggeredAt")));
        Assert.DoesNotContain(Of("title")!, char.IsControl);
        Assert.Equal("eu-west-1", root.GetProperty("alarm").GetProperty("region").GetString());

        string? Of(string field) => root.GetProperty("incident").GetProperty(field).GetString();
    }

    [Fact]
    public void V04_EveryText_WhenAnAlarmJoinedLaterLeads_IsAboutThatAlarm()
    {
        var page = Page(link: Link);
        var lead = new LeadingAlarm(new AlarmMember(new DedupKey("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:prod-Database-down"), null), "prod-Database-down", Severity.Sev1, Briefings.TriggeredAt)
        {
            Metric = "DatabaseConnections 0 < 1",
            Why = "DatabaseConnections is 0, below the threshold of 1.",
            RunbookPage = "https://wiki.example.com/db",
        };
        page = page with { Briefing = page.Briefing.With(i => i with { Lead = lead, Title = lead.Name }) with { Cause = AlarmCause.Of(lead, page.Briefing.Alarm) } };
        var mail = EmailText.Of(page);

        Assert.All(
            [mail.Subject, mail.Text, mail.Html, SmsText.Of(page), PushText.Of(page).Body, System.Text.Encoding.UTF8.GetString(WebhookJson.Of(page))],
            text => Assert.Contains("prod-Database-down", text, StringComparison.Ordinal));
        Assert.All([mail.Subject, SmsText.Of(page), PushText.Of(page).Body], text => Assert.Contains("prod-Database-down: DatabaseConnections 0 < 1", text, StringComparison.Ordinal));
        Assert.Contains("prod Database down. DatabaseConnections 0 < 1.", XDocument.Parse(VoiceText.Of(page)).Root!.Value, StringComparison.Ordinal);
        Assert.Contains("https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/prod-Database-down", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://wiki.example.com/db", mail.Text, StringComparison.Ordinal);
        Assert.Contains("below the threshold of 1.", PushText.Of(page).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("CPUUtilization", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryText_ThatMayBeARepeat_SaysSo()
    {
        var page = Page(mayBeRepeat: true);

        Assert.Contains("may be a repeat", EmailText.Of(page).Text, StringComparison.Ordinal);
        Assert.Contains("may be a repeat", EmailText.Of(page).Html, StringComparison.Ordinal);
        Assert.Contains("may be a repeat", PushText.Of(page).Body, StringComparison.Ordinal);
        Assert.Contains("You may have had this call before.", VoiceText.Of(page), StringComparison.Ordinal);
    }
}
