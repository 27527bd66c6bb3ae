using Incidents.Application.Notifications;
using Incidents.Application.Slack.Cards;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Tests.Slack.Cards;

public sealed class IncidentCardTests
{
    private static readonly CardLinks Reachable = new("prod", new Uri("https://incidents.example.com"));
    private static readonly CardLinks Unreachable = new("prod", null);

    [Fact]
    public void LockScreen_SaysHowBadWhatAndWho() =>
        Assert.Equal("Sev1 checkout: checkout-api-cpu-high: CPUUtilization 93.4% &gt; 80% · INC-142 · Ana Ruiz until 03:19 (Europe/Berlin)", Render(Briefings.Triggered()).LockScreen);

    [Fact]
    public void LockScreen_WithNobodyOnCall_SaysSo() =>
        Assert.EndsWith("· INC-142 · nobody on call", Render(Briefings.Triggered() with { Paged = [] }).LockScreen, StringComparison.Ordinal);

    [Fact]
    public void LockScreen_OfAShiftThatEndsAnotherDay_NamesTheDay()
    {
        var briefing = Briefings.Triggered();
        var person = briefing.Paged[0] with { Until = Briefings.TriggeredAt + NodaTime.Duration.FromDays(4) };

        Assert.EndsWith("Ana Ruiz until Fri 18 Sep 13:18 (Europe/Berlin)", Render(briefing with { Paged = [person] }).LockScreen, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_MentionsThePersonInASectionAndNowhereElse()
    {
        var card = Render(Briefings.Triggered());

        Assert.Contains("<@U012ABCDEF> (on call until 03:19 (Europe/Berlin)): please acknowledge.", card.Text, StringComparison.Ordinal);
        Assert.Equal(2, card.Raw.Split("<@U012ABCDEF>").Length);
        Assert.DoesNotContain("<@", card.LockScreen, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_ForSomebodyWithoutSlackId_NamesThem()
    {
        var briefing = Briefings.Triggered();

        Assert.Contains("*Ana Ruiz* (on call", Render(briefing with { Paged = [briefing.Paged[0] with { SlackId = null }] }).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Card_OfAMetricAlarm_TellsWhatBrokeAndSinceWhen()
    {
        var card = Render(Briefings.Triggered());

        Assert.Equal("🔴 Sev1 checkout: checkout-api-cpu-high", card.Header);
        Assert.Contains("is 93.4%, above the threshold of 80%.", card.Text, StringComparison.Ordinal);
        Assert.Contains("*Sev1* · checkout · INC-142 · since 13:18 (Europe/Berlin)", card.Text, StringComparison.Ordinal);
        Assert.Contains("eu-west-1 · 123456789012", card.Text, StringComparison.Ordinal);
        Assert.Contains(
            "<https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/checkout-api-cpu-high|open in CloudWatch>",
            card.Text,
            StringComparison.Ordinal);
        Assert.Contains("Description of the alarm: checkout-api average CPU above 80%", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Card_OfAComposite_ListsChildrenAndSaysThatSnsNamesOnlyTheLast()
    {
        var card = Render(Briefings.Triggered("cloudwatch/composite-alarm.json"));

        Assert.Contains("checkout-api-cpu-high went to ALARM, which put the composite alarm into ALARM.", card.Text, StringComparison.Ordinal);
        Assert.Contains("SNS names only the alarm that made the last change", card.Text, StringComparison.Ordinal);
        Assert.Contains("Made of that alarm, `checkout-api-error-rate`", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void V04_Card_OfAnAlarm_NamesItOnce()
    {
        var alarm = Briefings.AlarmOf("cloudwatch/metric-alarm.json");
        var card = Render(Briefings.Triggered(alarm with { Description = "" }));

        Assert.Equal(1, $"{card.Header}\n{card.Text.Replace("alarmsV2:alarm/checkout-api-cpu-high", "", StringComparison.Ordinal)}".Split("checkout-api-cpu-high").Length - 1);
        Assert.Contains("*CPUUtilization 93.4% &gt; 80%*", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void V03_Card_WhenManyJoined_NamesThree_AndSaysHowManyMore()
    {
        var card = Render(Briefings.Triggered().With(i => i with { Joined = new JoinedAlarms(5, 4, null, null, 5) { Names = ["a-1", "b-2", "c-3"] } }));

        Assert.Contains("5 more alarms joined: `a-1`, `b-2`, `c-3` and 2 more, 4 of them firing", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void V03_Card_OfAMessage_SaysOfNoneThatItFires()
    {
        var card = Render(Briefings.Triggered().With(i => i with { Source = IncidentSource.Message, Joined = new JoinedAlarms(2, 0, null, null, 2) { Names = ["mail"] } }) with { Alarm = null, Text = "mail" });

        Assert.Contains("2 more messages joined: `mail` and 1 more", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("firing", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void V03_Card_WhenAJoinedAlarmLeads_NamesItOnce_AndTheOneThatOpenedIt()
    {
        var lead = new LeadingAlarm(new AlarmMember(new DedupKey("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:db-down"), null), "db-down", Domain.Severity.Sev1, Briefings.TriggeredAt);
        var card = Render(Briefings.Triggered().With(i => i with { Lead = lead, Title = lead.Name, Joined = new JoinedAlarms(1, 1, null, null, 1) { Names = ["db-down"] } }) with { Cause = AlarmCause.Of(lead, told: null) });

        Assert.DoesNotContain("`db-down`", card.Text, StringComparison.Ordinal);
        Assert.Contains("1 other alarm: `checkout-api-cpu-high`, 1 firing", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void V03_Card_WhenOneOfTheServiceIsOpen_SaysSo_AndOffersToMerge()
    {
        var card = Render(Briefings.Triggered().With(i => i with { Beside = new OpenBeside(new IncidentNumber(1), "Grace") }));

        Assert.Contains("INC-1 of the same service is open, Grace has it.", card.Text, StringComparison.Ordinal);
        Assert.Contains("Merge into INC-1", card.ButtonTexts);
    }

    [Fact]
    public void V04_Card_OfAnAlarmWithAVeryLongName_HasAllOfItOnce()
    {
        var name = $"Checkout {new string('n', 240)}-end";
        var card = Render(Briefings.Triggered(Briefings.AlarmOf("cloudwatch/metric-alarm.json") with { Name = name, Description = "" }));

        Assert.Equal(1, card.Text.Split($"`{name}`").Length - 1);
    }

    [Fact]
    public void V04_Card_OfADeclaredIncident_HasItsTitleOnce()
    {
        var card = Render(Briefings.Declared());

        Assert.Equal(1, $"{card.Header}\n{card.Text}".Split("checkout is down").Length - 1);
    }

    [Fact]
    public void V04_Card_OfADeclaredIncident_WhenAWorseAlarmJoined_LeadsWithThatAlarm_AndHasItsTitleOnce()
    {
        var lead = new LeadingAlarm(new AlarmMember(new DedupKey("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:db-down"), null), "db-down", Domain.Severity.Sev1, Briefings.TriggeredAt + NodaTime.Duration.FromMinutes(1)) { Metric = "Errors 9 > 1", Why = "Nine errors." };
        var card = Render(Briefings.Declared().With(i => i with { Lead = lead }) with { Cause = AlarmCause.Of(lead, told: null) });

        Assert.Equal("🔴 Sev1 checkout: db-down", card.Header);
        Assert.StartsWith("Sev1 checkout: db-down: Errors 9 &gt; 1 · checkout is down · INC-142", card.LockScreen, StringComparison.Ordinal);
        Assert.Equal(1, card.Text.Split("checkout is down").Length - 1);
        Assert.Contains("#alarmsV2:alarm/db-down|open in CloudWatch", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void V04_Card_WhenAReasonBeginsWithAName_LeavesItAsItIsWritten() => Assert.Contains(
        "please acknowledge. cpu-high is Sev1: step 2.",
        Render(Briefings.Triggered().With(i => i with { Escalation = new EscalationState(1, 2, NextAt: null) { Why = "cpu-high is Sev1" } })).Text,
        StringComparison.Ordinal);

    [Fact]
    public void Card_ThatCanBeReached_HasButtonsBeforeRunbookSteps()
    {
        var card = Render(Briefings.Triggered());

        Assert.Equal(["Acknowledge", "Escalate", "Snooze", "Resolve", "Open INC-142", "Page also…"], card.ButtonTexts);
        Assert.Equal("primary", card.Buttons[0].GetProperty("style").GetString());
        Assert.Equal("""{"v":1,"s":"prod","i":"INC-142","a":"ack"}""", card.Buttons[0].GetProperty("value").GetString());
        Assert.Equal("https://incidents.example.com/incidents/INC-142", card.Buttons[4].GetProperty("url").GetString());
        Assert.InRange(card.PlaceOf("\"actions\""), 0, card.PlaceOf("Scale out.") - 1);
        Assert.Contains("*Runbook:* <https://incidents.example.com/incidents/INC-142#runbook-ecs-cpu|ECS CPU high>\n1. Look", card.Text, StringComparison.Ordinal);
        Assert.Contains("Also fitting: <https://incidents.example.com/incidents/INC-142#runbook-alb-5xx|ALB 5xx>", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_WhileAnAlarmFires_AsksBack()
    {
        var firing = Render(Briefings.Triggered()).Buttons[3];
        var recovered = Render(Briefings.Triggered().Recovered()).Buttons[1];

        Assert.Equal("An alarm is still firing", firing.GetProperty("confirm").GetProperty("title").GetProperty("text").GetString());
        Assert.Equal("""{"v":1,"s":"prod","i":"INC-142","a":"resolve","c":true}""", firing.GetProperty("value").GetString());
        Assert.False(recovered.TryGetProperty("confirm", out _));
        Assert.Equal("""{"v":1,"s":"prod","i":"INC-142","a":"resolve"}""", recovered.GetProperty("value").GetString());
    }

    [Fact]
    public void Card_ThatCannotBeReached_HasNoButtonAndNoLinkToItselfButSaysWhatToType()
    {
        var card = Render(Briefings.Triggered(), Unreachable);

        Assert.Empty(card.Buttons);
        Assert.Contains("Acknowledge: `incidents ack INC-142` · resolve: `incidents resolve INC-142`", card.Text, StringComparison.Ordinal);
        Assert.Contains("*Runbook:* ECS CPU high", card.Text, StringComparison.Ordinal);
        Assert.Contains("|open in CloudWatch>", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Acknowledged_SaysWhoHasItAndWakesNobody()
    {
        var card = Render(Briefings.Triggered().Acknowledged());

        Assert.Equal("Sev1 checkout: checkout-api-cpu-high: CPUUtilization 93.4% &gt; 80% · INC-142 · acknowledged by Ana Ruiz", card.LockScreen);
        Assert.Contains("*Acknowledged* by Ana Ruiz at 13:22 (Europe/Berlin), 4 min after it began.", card.Text, StringComparison.Ordinal);
        Assert.Equal(["Resolve", "Escalate", "Snooze", "Open INC-142", "Page also…"], card.ButtonTexts);
        Assert.DoesNotContain("<@", card.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void AcknowledgedAndRecovered_SaysWhenItResolves() => Assert.Contains(
        "*Recovered:* all alarms are OK since 13:32 (Europe/Berlin); it resolves at 14:02 (Europe/Berlin) if nothing fires again",
        Render(Briefings.Triggered().Acknowledged().Recovered()).Text,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("https://wiki.example.com/checkout?page=1", "<https://wiki.example.com/checkout?page=1|wiki.example.com/checkout>")]
    [InlineData("https://wiki.example.com/a|b>", "<https://wiki.example.com/a|wiki.example.com/a>")]
    public void RunbookInTheDescription_IsALink(string address, string link)
    {
        var alarm = Briefings.AlarmOf("cloudwatch/metric-alarm.json") with { Description = $"Runbook: {address}" };
        var card = new CardJson(new IncidentCard(Reachable).Render(Briefings.Triggered(alarm)));

        Assert.Contains($"Runbook in the alarm's description: {link}", card.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("../../secret")]
    [InlineData("https://user@wiki.example.com/")]
    public void A73_A77_UnsafeRunbook_IsNoLinkOnTheCard(string address)
    {
        var alarm = Briefings.AlarmOf("cloudwatch/metric-alarm.json") with { Description = $"Runbook: {address}" };
        var card = new CardJson(new IncidentCard(Reachable).Render(Briefings.Triggered(alarm)));

        Assert.DoesNotContain("Runbook in the alarm's description", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"<{address}", card.Raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void V26_Card_WhenItsIncidentIsOverAndADraftIsWritten_SaysWhatPrintsIt(bool isResolved, bool isSaid)
    {
        var briefing = Briefings.Triggered().Acknowledged().Recovered() with { IsDrafted = true };

        Assert.Equal(isSaid, Render(isResolved ? briefing.Resolved() : briefing).Text.Contains($"`incidents postmortem {briefing.Incident.Number}`", StringComparison.Ordinal));
    }

    [Fact]
    public void Resolved_CanBeReopenedAndHasNoRunbook()
    {
        var card = Render(Briefings.Triggered().Acknowledged().Recovered().Resolved());

        Assert.Equal("🟢 Sev1 checkout: checkout-api-cpu-high", card.Header);
        Assert.Contains("*Resolved* at 14:02 (Europe/Berlin) after 44 min: all alarms went back to OK.", card.Text, StringComparison.Ordinal);
        Assert.Equal(["Reopen", "Open INC-142"], card.ButtonTexts);
        Assert.DoesNotContain("*Runbook:*", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<@", card.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void Joined_AreCounted() => Assert.Contains(
        "2 more alarms joined, 1 of them firing",
        Render(Briefings.Triggered().With(i => i with { Joined = new JoinedAlarms(2, 1, null, null, 0) })).Text,
        StringComparison.Ordinal);

    [Fact]
    public void Reopened_IsCounted() =>
        Assert.Contains("Reopened, 3rd time", Render(Briefings.Triggered().With(i => i with { Reopened = 2 })).Text, StringComparison.Ordinal);

    [Fact]
    public void MayBeRepeat_IsSaidOnLockScreenAndCard()
    {
        var card = new CardJson(new IncidentCard(Reachable).Render(Briefings.Triggered(), mayBeRepeat: true));

        Assert.EndsWith(" · possible repeat", card.LockScreen, StringComparison.Ordinal);
        Assert.Contains("You may have seen this page before", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Declared_SaysSo()
    {
        var card = Render(Briefings.Declared());

        Assert.StartsWith("Sev1 checkout: checkout is down · INC-142", card.LockScreen, StringComparison.Ordinal);
        Assert.Contains("Declared by a person", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Unreadable_ShowsTheTextAsCode()
    {
        var briefing = Briefings.Declared().With(i => i with { Source = IncidentSource.Unreadable, Title = "unreadable alarm" });

        Assert.Contains("```\n{\"AlarmName\": ˋˋˋ&lt;!channel&gt;\n```", Render(briefing with { Text = "{\"AlarmName\": ```<!channel>" }).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void RenderBare_KeepsMentionAndCommands()
    {
        var bare = new CardJson(new IncidentCard(Reachable).RenderBare(Briefings.Triggered(), mayBeRepeat: false));

        Assert.Contains("<@U012ABCDEF>", bare.LockScreen, StringComparison.Ordinal);
        Assert.Contains("`incidents ack INC-142`", bare.LockScreen, StringComparison.Ordinal);
        Assert.DoesNotContain("blocks", bare.Raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A61, S72", "<!channel>")]
    [InlineData("A62", "<!here|x>")]
    [InlineData("A63, S73", "<@U1>")]
    [InlineData("A64", "<!subteam^S1>")]
    [InlineData("A65", "<https://evil|click>")]
    [InlineData("A66, S74", "```\n<!channel>")]
    [InlineData("A67", "&lt;!channel&gt;")]
    [InlineData("A70", "\0<!channel>")]
    [InlineData("S75", "\u202E<!channel>")]
    public void A61_To_A72_TextFromOutside_AnywhereOnTheCard_MentionsAndLinksNothing(string line, string hostile)
    {
        var alarm = Briefings.AlarmOf("cloudwatch/metric-alarm.json");
        var briefing = Briefings.Triggered(alarm with { Name = hostile, Reason = hostile, Description = hostile, Metric = null }) with
        {
            ServiceName = hostile,
            Runbooks = [new RunbookHint(hostile, hostile, [hostile])],
        };
        var card = Render(briefing.With(i => i with { AcknowledgedBy = new Actor("x", hostile, Via.Slack) }));

        Assert.False(string.IsNullOrEmpty(line));
        Assert.DoesNotMatch("<(?!https://(eu-west-1\\.console\\.aws\\.amazon|incidents\\.example)\\.com/|@U012ABCDEF>)", card.Text + card.LockScreen);
        Assert.DoesNotMatch("[\\p{Cf}\\0]", card.Text + card.LockScreen + card.Header);
    }

    [Theory]
    [InlineData("<&>👩🏽‍🚒 ")]
    [InlineData("\"\\")]
    [InlineData("\n")]
    [InlineData("\0")]
    public void A81_TheLongestTextsThereAre_StillMakeAMessageSlackTakes(string repeated)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, 1_000));
        var alarm = Briefings.AlarmOf("cloudwatch/composite-alarm.json");
        var briefing = Briefings.Triggered(alarm with
        {
            Name = text,
            Reason = text,
            Description = text,
            Composite = new CompositeRule { Expression = text, Children = [.. Enumerable.Range(0, 100).Select(i => new DedupKey(i + text))] },
        }) with { ServiceName = text, Runbooks = [.. Enumerable.Range(0, 20).Select(i => new RunbookHint("r", text, [.. Enumerable.Repeat(text, 20)]))] };

        var card = Render(briefing.With(i => i with { Title = text }));

        Assert.True(card.Raw.Length < 13_000, $"{card.Raw.Length} characters");
        Assert.Equal(["Acknowledge", "Escalate", "Snooze", "Resolve", "Open INC-142", "Page also…"], card.ButtonTexts);
        Assert.Contains("<@U012ABCDEF>", card.Text, StringComparison.Ordinal);
        Assert.InRange(card.LockScreen.Length, 1, 400);
    }

    private static CardJson Render(NotificationContent briefing, CardLinks? reach = null) =>
        new(new IncidentCard(reach ?? Reachable).Render(briefing));
}
