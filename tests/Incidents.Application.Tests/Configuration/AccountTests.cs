using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration;

public sealed class AccountTests
{
    private const string Accounts = """
        accounts:
          "111122223333": { name: prod }
          "444455556666": { name: staging, severity: sev4 }

        """;

    private static readonly OnCallConfiguration Configuration = Good(Base, Accounts, """
        services:
          checkout: { alarms: ["checkout-*"], severity_rules: [{ alarm: "*-down", severity: sev1 }, { alarm: "*-data", account: [prod, staging], severity: sev3 }] }
          checkout-prod: { alarms: ["checkout-*"], account: prod, severity_rules: [{ region: "us-*", severity: sev3 }] }
          longer: { alarms: ["checkout-api-*"] }
          experiments: { account: staging }
          europe: { account: ["111122223333", staging], region: "eu-*" }
          tagged: { alarm_tags: { team: shop }, region: eu-west-1 }
        """);

    [Theory]
    [InlineData("checkout-5xx", "111122223333", "eu-west-1", "checkout-prod")]
    [InlineData("checkout-5xx", "444455556666", "eu-west-1", "checkout")]
    [InlineData("checkout-5xx", "", "", "checkout")]
    [InlineData("checkout-api-5xx", "111122223333", "eu-west-1", "longer")]
    [InlineData("other", "444455556666", "us-east-1", "experiments")]
    [InlineData("other", "444455556666", "eu-west-1", "europe")]
    [InlineData("other", "111122223333", "us-east-1", "catch-all")]
    [InlineData("other", "", "", "catch-all")]
    public void V08_Route_WhenServicesNameAccountsAndRegions_TakesTheOneThatSaysMost(string name, string account, string region, string service) =>
        Assert.Equal(new ServiceId(service), Configuration.Route(Alarm(name, account, region)).Service.Id);

    [Theory]
    [InlineData("eu-west-1", "tagged")]
    [InlineData("us-east-1", "catch-all")]
    public void V08_Route_WhenATaggedServiceNamesARegion_TakesNoAlarmFromElsewhere(string region, string service) =>
        Assert.Equal(new ServiceId(service), Configuration.Route(Alarm("other", "111122223333", region) with { Tags = new Dictionary<string, string> { ["team"] = "shop" } }).Service.Id);

    [Theory]
    [InlineData("checkout-down", "444455556666", "eu-west-1", "SEV1", Severity.Sev4)]
    [InlineData("checkout-data", "444455556666", "eu-west-1", "", Severity.Sev3)]
    [InlineData("checkout-down", "999999999999", "eu-west-1", "", Severity.Sev1)]
    [InlineData("checkout-down", "111122223333", "us-east-1", "", Severity.Sev3)]
    [InlineData("checkout-5xx", "111122223333", "eu-west-1", "SEV1", Severity.Sev1)]
    [InlineData("checkout-5xx", "111122223333", "eu-west-1", "", Severity.Sev2)]
    public void V08_Severity_WhenTheAccountHasItsOwn_IsThat_UnlessARuleNamesTheAccount(string name, string account, string region, string description, Severity severity) =>
        Assert.Equal(severity, Configuration.Route(Alarm(name, account, region) with { Description = description }).Severity);

    [Theory]
    [InlineData("111122223333", "prod")]
    [InlineData("999999999999", "999999999999")]
    [InlineData("", null)]
    public void V08_AccountName_WhenAccountsAreTold_IsTheNameOrElseTheId(string id, string? name) => Assert.Equal(name, Configuration.AccountName(id));

    [Fact]
    public void V08_AccountName_WhenNoAccountsAreTold_IsNone() => Assert.Null(Good(Base).AccountName("111122223333"));

    [Theory]
    [InlineData("accounts: { prod: { name: prod } }\n", "twelve digits")]
    [InlineData("accounts: { \"111122223333\": { severity: sev4 } }\n", "name")]
    [InlineData("accounts: { \"111122223333\": { name: a }, \"444455556666\": { name: a } }\n", "is called \"a\" already")]
    [InlineData("services: { x: { account: prud } }\naccounts: { \"111122223333\": { name: prod } }\n", "did you mean")]
    [InlineData("services: { x: { severity_rules: [{ severity: sev1 }] } }\n", "fits every alarm")]
    [InlineData("services: { x: { group: services } }\n", "group")]
    public void V08_Accounts_WhenSomethingCannotBe_IsRefusedWithTheFix(string text, string part) =>
        Assert.Contains(Problems(Base, text), problem => problem.Contains(part, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void V01_CatchAll_WhenItIsToGroupByService_IsRefused() =>
        Assert.Contains(
            Problems("people: { ada: { name: Ada, slack: U0ADA00001 } }\ncatch_all: { targets: [person: ada], group: service }\n"),
            problem => problem.Contains("one would hide another", StringComparison.Ordinal));

    private static Alarm Alarm(string name, string account, string region) => new()
    {
        Key = new DedupKey($"arn:aws:cloudwatch:{region}:{account}:alarm:{name}"),
        Name = name,
        State = AlarmState.Alarm,
        ChangedAt = Now,
        Origin = new AlarmOrigin("aws", region, account),
    };
}
