namespace Incidents.Import.Tests;

public class PhoneTests
{
    [Theory]
    [InlineData("44", "7700900101", "+447700900101")]
    [InlineData("44", "07700 900101", "+447700900101")]
    [InlineData("44", "(0)7700 900101", "+447700900101")]
    [InlineData("44", "+44 (0)20 7946 0958", "+442079460958")]
    [InlineData("44", "+447700900101", "+447700900101")]
    [InlineData("44", "447700900101", "+447700900101")]
    [InlineData("44", "00447700900101", "+447700900101")]
    [InlineData("44", "0044 (0)7700 900101", "+447700900101")]
    [InlineData("44", "７７００９００１０１", "+447700900101")]
    [InlineData("44", "\u202A+44 7700 900101\u202C", "+447700900101")]
    [InlineData("+44", "7700900101", "+447700900101")]
    [InlineData("0044", "7700900101", "+447700900101")]
    [InlineData("1", "(202) 555-0103", "+12025550103")]
    [InlineData("1", "1-202-555-0103", "+12025550103")]
    [InlineData("1", "tel:+1-202-555-0103", "+12025550103")]
    [InlineData("1", "001 202 555 0103", "+12025550103")]
    [InlineData("49", "0151 23456789", "+4915123456789")]
    [InlineData("49", "4915123456789", "+4915123456789")]
    [InlineData("49", "0151/23456789", "+4915123456789")]
    [InlineData("39", "06 1234 5678", "+390612345678")]
    [InlineData("39", "391 234 5678", "+393912345678")]
    [InlineData("7", "8 (912) 345-67-89", "+79123456789")]
    [InlineData("55", "55 99123 4567", "+5555991234567")]
    [InlineData("91", "919876543210", "+919876543210")]
    [InlineData(null, "+44 20 7946 0958", "+442079460958")]
    public void V40_Number_WhenTheCodeStandsApartOnceOrTwice_IsTheSameNumber(string? code, string address, string number) =>
        Assert.Equal(new PhoneReading(number, null), PhoneReading.Of(code, address));

    [Theory]
    [InlineData("(202) 555-0103 ext. 4")]
    [InlineData("202-555-0103x4")]
    [InlineData("202-555-0103 extension 4")]
    [InlineData("202-555-0103 #4")]
    [InlineData("2025550103,,4")]
    [InlineData("2025550103;4")]
    [InlineData("2025550103p4")]
    [InlineData("tel:+1-202-555-0103;ext=4")]
    public void V40_Extension_IsDroppedAndSaid(string address) =>
        Assert.Equal(new PhoneReading("+12025550103", "Its extension 4 is dropped: no channel here dials one."), PhoneReading.Of("1", address));

    [Theory]
    [InlineData(null, "7700900101", "no country code")]
    [InlineData("", "447700900101", "no country code")]
    [InlineData("0", "00447700900101", "no country code")]
    [InlineData("GB", "7700900101", "\"GB\" is no country code")]
    [InlineData("999", "7700900101", "\"999\" is no country code")]
    [InlineData("44", "", "empty")]
    [InlineData("44", null, "empty")]
    [InlineData("1", "911", "no telephone number of +1")]
    [InlineData("1", "555-0103", "no telephone number of +1")]
    [InlineData("1", "0112025550103", "no telephone number of +1")]
    [InlineData("44", "7700900101 / 7700900102", "more than one")]
    [InlineData("1", "2025550103, 2025550104", "more than one")]
    [InlineData("44", "7700900101 or 7700900102", "more than one")]
    [InlineData("49", "0151 2345678 home", "letters")]
    [InlineData("1", "1-800-FLOWERS", "letters")]
    public void V40_Number_ThatIsNotCertain_IsNamedAndNotGuessed(string? code, string? address, string problem)
    {
        var reading = PhoneReading.Of(code, address);

        Assert.Null(reading.Number);
        Assert.Contains(problem, reading.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void V40_Number_WithAnotherCodeThanTheOneBesideIt_IsWrittenAsItSaysItself_AndSaid() =>
        Assert.Equal(new PhoneReading("+442079460958", "It says +44 itself and +1 beside it; the first is written."), PhoneReading.Of("1", "+44 20 7946 0958"));

    [Theory]
    [InlineData("1-5551234567", "+15551234567")]
    [InlineData("44-07700900101", "+447700900101")]
    [InlineData("+44-7700900101", "+447700900101")]
    [InlineData("44-20-7946-0958", "+442079460958")]
    [InlineData("49-4915123456789", "+4915123456789")]
    [InlineData("+4915123456789", "+4915123456789")]
    [InlineData("415-555-0103", null)]
    [InlineData("212-555-0103", null)]
    [InlineData("2025550103", null)]
    public void V40_Number_AsOpsgenieWritesIt_HasItsCodeBeforeTheHyphen(string text, string? number) =>
        Assert.Equal(number, PhoneReading.Hyphenated(text).Number);

    [Fact]
    public void V40_PagerDuty_NumbersAsPeopleWriteThem_AreWrittenOrNamedUnderDidNotMap()
    {
        var team = Exports.Sample("pagerduty-phones", "pagerduty");

        Assert.Equal(
        [
            "00-prefix +447700900101", "blank ", "cc-string +447700900101", "commas +12025550103", "de-trunk-zero +4915123456789", "double-cc +447700900101",
            "ext-word +12025550103", "it-zero-kept +390612345678", "no-cc ", "paren-zero +447700900101", "plus-and-cc +447700900101", "semicolon +12025550103",
            "short ", "two-numbers ", "uk-trunk-zero +447700900101", "unicode-digits +447700900101", "x +12025550103",
        ], team.Good().People.Values.Select(person => $"{person.Id} {person.Phone}").Order(StringComparer.Ordinal));
        Assert.Contains("person no-cc, contact_methods: About a phone number (users.json $.users[7].contact_methods[0]): It has no country code, which is not guessed. Add `phone:` with `+` and the country code.", team.Notes());
        Assert.Equal(8, team.Notes().Count(note => note.Contains("About a phone number", StringComparison.Ordinal)));
    }

    [Fact]
    public void V40_OpsgenieAndIncidentManager_NumbersThatAreNotCertain_AreNamed()
    {
        var opsgenie = Exports.Texts("opsgenie", """{"data": {"id": "u1", "username": "ada@example.com", "fullName": "Ada", "userContacts": [{"contactMethod": "sms", "to": "7700900101", "enabled": true}, {"contactMethod": "voice", "to": "1-2025550103 ext 4", "enabled": true}]}}""");
        var manager = Exports.Texts("incident-manager",
            """{"ContactArn": "arn:aws:ssm-contacts:eu-west-1:123456789012:contact/ada", "Alias": "ada", "Type": "PERSONAL", "Plan": {"Stages": []}}""",
            """{"ContactChannels": [{"ContactChannelArn": "arn:c", "ContactArn": "arn:aws:ssm-contacts:eu-west-1:123456789012:contact/ada", "Name": "x", "Type": "SMS", "DeliveryAddress": {"SimpleAddress": "02025550103"}}]}""");

        Assert.Equal("+12025550103", Assert.Single(opsgenie.People).Phone);
        Assert.Equal(2, opsgenie.Notes().Count(note => note.StartsWith("person ada, userContacts: About a phone number", StringComparison.Ordinal)));
        Assert.Null(Assert.Single(manager.People).Phone);
        Assert.Contains(manager.Notes(), note => note.StartsWith("person ada, contact channels: About a phone number", StringComparison.Ordinal));
    }
}
