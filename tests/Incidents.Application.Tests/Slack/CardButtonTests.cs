using System.Text.Json;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Inbound;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Tests.Slack;

public sealed class CardButtonTests
{
    private static readonly CardButton Acknowledge = new("prod", new IncidentNumber(142), CardAction.Acknowledge);

    [Fact]
    public void Read_WhatWasWritten_ComesBack() => Assert.All(Enum.GetValues<CardAction>(), action =>
    {
        var button = Acknowledge with { Action = action, Confirmed = action == CardAction.Resolve, Snooze = action == CardAction.Snooze ? SnoozeChoice.All[1] : null };

        Assert.Equal(new ButtonReading.Understood(button), CardButton.Read(new PressedButton(button.ActionId, button.ToValue()), "prod"));
    });

    [Fact]
    public void ToValue_IsVersionedJson() => Assert.Equal("""{"v":1,"s":"prod","i":"INC-142","a":"ack"}""", Acknowledge.ToValue());

    [Fact]
    public void Read_EverySnoozeOnOffer_ComesBackAndHasAnEnd() => Assert.All(SnoozeChoice.All, choice =>
    {
        var button = Acknowledge with { Action = CardAction.Snooze, Snooze = choice };

        Assert.Equal(new ButtonReading.Understood(button), Read(button.ToValue()));
        Assert.NotNull(choice.Until);
    });

    [Theory]
    [InlineData("""{"v":1,"i":"INC-142","a":"snooze"}""")]
    [InlineData("""{"v":1,"i":"INC-142","a":"snooze","t":"5h"}""")]
    [InlineData("""{"v":1,"i":"INC-142","a":"snooze","t":"7d"}""")]
    [InlineData("""{"v":1,"i":"INC-142","a":"snooze","t":"30M"}""")]
    [InlineData("""{"v":1,"i":"INC-142","a":"snooze","t":30}""")]
    [InlineData("""{"v":1,"i":"INC-142","a":"snooze","t":["30m"]}""")]
    [InlineData("""{"v":1,"i":"INC-142","a":"snooze","t":null}""")]
    [InlineData("""{"v":1,"i":"INC-142","a":"snooze","t":"30m","t":"7d"}""")]
    [InlineData("""{"v":1,"i":"INC-142","a":"ack","t":"30m"}""")]
    public void S65_SnoozeThatWasNeverOffered_IsAnOldButton(string value) => Refuses(ButtonRefusal.OldButton, value);

    [Fact]
    public void Read_AValueWithoutStack_IsOurs() =>
        Assert.Equal(new ButtonReading.Understood(Acknowledge), Read("""{"v":1,"i":"INC-142","a":"ack"}"""));

    [Fact]
    public void Read_APressedLink_AsksForNothing() =>
        Assert.Equal(new ButtonReading.LinkOpened(), CardButton.Read(new PressedButton("open_runbook", null), "prod"));

    [Fact]
    public void S60_IdOfAnotherForm_IsNoIncident() => Refuses(ButtonRefusal.NoSuchIncident, """{"v":1,"i":"INC-2026-0042","a":"ack"}""");

    [Fact]
    public void S61_IdThatWouldForgeAKey_IsNoIncident() => Refuses(ButtonRefusal.NoSuchIncident, """{"v":1,"i":"INC#1#META","a":"ack"}""");

    [Fact]
    public void S62_PathAsId_IsNoIncident() => Refuses(ButtonRefusal.NoSuchIncident, """{"v":1,"i":"../","a":"ack"}""");

    [Fact]
    public void S63_ValueOf2001Characters_IsAnOldButton() =>
        Refuses(ButtonRefusal.OldButton, Acknowledge.ToValue() + new string(' ', 2_001 - Acknowledge.ToValue().Length));

    [Fact]
    public void S64_F78_OtherStack_IsSaidSo() => Refuses(ButtonRefusal.OtherStack, (Acknowledge with { Stack = "staging" }).ToValue());

    [Fact]
    public void S64_StackThatIsNoText_IsAnotherStack() => Refuses(ButtonRefusal.OtherStack, """{"v":1,"s":null,"i":"INC-142","a":"ack"}""");

    [Fact]
    public void V09_Read_WhomToPageAlso_ComesBack()
    {
        var button = Acknowledge with { Action = CardAction.PageAlso, To = "grace", Confirmed = true };

        Assert.Equal("""{"v":1,"s":"prod","i":"INC-142","a":"also","c":true,"p":"grace"}""", button.ToValue());
        Assert.Equal(new ButtonReading.Understood(button), Read(button.ToValue()));
    }

    [Theory]
    [InlineData("""{"v":1,"i":"INC-142","a":"ack","p":"grace"}""")]
    [InlineData("""{"v":1,"i":"INC-142","a":"also","p":""}""")]
    [InlineData("""{"v":1,"i":"INC-142","a":"also","p":7}""")]
    [InlineData("""{"v":1,"i":"INC-142","a":"also","p":null}""")]
    [InlineData("""{"v":1,"i":"INC-142","a":"also","p":"grace","p":"ada"}""")]
    public void V09_Read_WhomToPageAlso_ThatWasNeverOffered_IsAnOldButton(string value) => Refuses(ButtonRefusal.OldButton, value);

    [Theory]
    [InlineData("""{"v":0,"i":"INC-142","a":"ack"}""")]
    [InlineData("""{"i":"INC-142","a":"ack"}""")]
    [InlineData("""{"v":"1","i":"INC-142","a":"ack"}""")]
    [InlineData("""{"v":1,"i":"INC-142","a":"explode"}""")]
    [InlineData("""{"v":1,"i":"INC-142","a":"ack","a":"resolve"}""")]
    [InlineData("ack:INC-142")]
    [InlineData("")]
    public void S65_OtherSchema_IsAnOldButton(string value) => Refuses(ButtonRefusal.OldButton, value);

    [Fact]
    public void ToValue_AStackWithQuotes_IsStillJson()
    {
        using var value = JsonDocument.Parse((Acknowledge with { Stack = "a\"}" }).ToValue());

        Assert.Equal("a\"}", value.RootElement.GetProperty("s").GetString());
    }

    private static ButtonReading Read(string value) => CardButton.Read(new PressedButton("incident_ack", value), "prod");

    private static void Refuses(ButtonRefusal reason, string value) => Assert.Equal(new ButtonReading.Refused(reason), Read(value));
}
