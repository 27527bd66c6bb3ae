using Incidents.Configuration.Authoring.Contacts;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.People;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration;

/// <summary>What rings on which phone.</summary>
public sealed class PhoneTypeTests
{
    [Theory]
    [InlineData("ios", null, PhoneType.Ios)]
    [InlineData("android", null, PhoneType.Android)]
    [InlineData("\"+4930123456\"", "+4930123456", null)]
    [InlineData("{ number: \"+4930123456\" }", "+4930123456", null)]
    [InlineData("{ number: \"+4930123456\", type: ios }", "+4930123456", PhoneType.Ios)]
    public void V14_Phone_IsANumberATypeOrBoth(string written, string? number, PhoneType? type)
    {
        var ada = Of($"phone: {written}").People[new PersonId("ada")];

        Assert.Equal((number, type), (ada.Phone, ada.PhoneType));
    }

    [Theory]
    [InlineData("windows")]
    [InlineData("{ number: \"+4930123456\", type: windows }")]
    [InlineData("{ type: ios }")]
    [InlineData("[ios]")]
    [InlineData("0301234567")]
    public void V14_Phone_WhenItIsNoneOfThese_IsRefusedAtItsPlace(string written) =>
        Assert.Contains("config/b.yaml:2:", Assert.Single(Problems(Base, Person($"phone: {written}"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("phone: ios, push: { ntfy: ada-ntfy }", "", "which does not ring through a muted iPhone")]
    [InlineData("phone: { number: \"+4930123456\", type: ios }, push: { ntfy: ada-ntfy }", "", "which does not ring through a muted iPhone")]
    [InlineData("phone: { number: \"+4930123456\", type: ios }, push: { ntfy: ada-ntfy }", "channels: { voice: { origination: \"+12065550100\" } }", null)]
    [InlineData("phone: ios, push: { pushover: ada-key }", "channels: { pushover: { token: pushover-token } }", null)]
    [InlineData("phone: android, push: { ntfy: ada-ntfy }", "", null)]
    [InlineData("phone: { number: \"+4930123456\", type: ios }, push: { ntfy: ada-ntfy }, notify: { high: [{ channel: push }] }", "channels: { voice: { origination: \"+12065550100\" } }", "Add { channel: voice, after: 1m }")]
    public void V14_Check_WhenAnIphoneHasNtfyAlone_IsAnErrorThatSaysWhy(string person, string channels, string? error)
    {
        var found = Of(person, channels).Unwakeable.Select(problem => problem.ToString()).Where(problem => problem.Contains("Ada", StringComparison.Ordinal));

        Assert.Equal(error is null ? 0 : 1, found.Count());
        Assert.All(found, problem => Assert.Contains(error!, problem, StringComparison.Ordinal));
    }

    [Fact]
    public void V14_Check_WhenCallsComeFromAPool_NotesThatARepeatMayComeFromAnotherNumber() => Assert.Contains(
        Good(Base, "channels: { voice: { origination: pool-0123456789abcdef }, slack_only: a trial }").Notes,
        problem => problem.ToString().Contains("a repeated call from the same number", StringComparison.Ordinal));

    [Fact]
    public void V14_ContactCard_HoldsEachNumberOnceAndTheTapsOfBothPhones()
    {
        var numbers = ContactCard.Numbers(Of("phone: ios", "channels: { voice: { origination: \"+12065550100\" }, sms: { origination: \"+12065550100\" } }").Channels);

        var card = ContactCard.Of(numbers);

        Assert.Equal(["+12065550100"], numbers);
        Assert.StartsWith("BEGIN:VCARD\r\nVERSION:3.0\r\nN:Incidents;;;;\r\nFN:Incidents\r\nTEL;TYPE=VOICE,MSG,PREF:+12065550100\r\nNOTE:iPhone: open the contact", card, StringComparison.Ordinal);
        Assert.EndsWith("END:VCARD\r\n", card, StringComparison.Ordinal);
        Assert.All(card.Split("\r\n"), line => Assert.True(line.Length <= 75));
        var note = card.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("Emergency Bypass\\, Done\\; the same", note, StringComparison.Ordinal);
        Assert.Contains("\\nAndroid: open the contact and tap the star", note, StringComparison.Ordinal);
    }

    [Fact]
    public void V14_ContactCard_LeavesOutWhatIsNoNumber() =>
        Assert.Empty(ContactCard.Numbers(new ChannelSettings { VoiceOrigination = "pool-0123456789abcdef", SmsOrigination = "Incidents" }));

    private static string Person(string more) => $"people:\n  ada: {{ name: Ada, slack: U0ADA00001, {more} }}\n";

    private static OnCallConfiguration Of(string person, string channels = "") =>
        Good($"people:\n  ada: {{ name: Ada, slack: U0ADA00001, {person} }}\ncatch_all: {{ targets: [person: ada] }}\n{channels}\n");
}
