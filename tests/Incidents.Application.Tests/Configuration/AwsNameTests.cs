using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using Incidents.Domain.People;

namespace Incidents.Application.Tests.Configuration;

/// <summary>Whose credentials of AWS are whose.</summary>
public sealed class AwsNameTests
{
    private const string Role = "arn:aws:sts::123456789012:assumed-role/OnCall/";

    [Theory]
    [InlineData("arn:aws:iam::123456789012:user/ops/ada", "ada")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_OnCall_0123456789abcdef/ada@example.com", "ada")]
    [InlineData(Role + "ada-laptop", "ada")]
    [InlineData(Role + "grace", null)]
    [InlineData(Role + "ada@example.com", null)]
    [InlineData("arn:aws:iam::123456789012:user/grace", "grace")]
    [InlineData("arn:aws:iam::123456789012:user/alan", null)]
    [InlineData("arn:aws:iam::123456789012:root", null)]
    public void V28_Person_IsFoundByTheirCredentials_WhereTheyCannotBeChosen(string arn, string? person)
    {
        var settings = Assert.IsType<ConfigurationResult.Valid>(Load($$"""
            people:
              ada: { name: Ada, slack: U0ADA00001, aws: [ada, ada@example.com, "{{Role}}ada-laptop"] }
              grace: { name: Grace, slack: U0GRACE001, aws: grace }
              alan: { name: Alan, active: false, aws: alan }
            """)).Configuration;

        Assert.Equal(person, settings.FindByAws(new AwsCaller(arn))?.Id.Value);
    }

    [Theory]
    [InlineData("aws: grace", "have the same `aws: grace`")]
    [InlineData("aws: \"arn:aws:iam::123456789012:role/OnCall\"", "aws sts get-caller-identity")]
    [InlineData("aws: \"Ada Lovelace\"", "aws sts get-caller-identity")]
    public void V28_Names_OfTwoPeople_AreRefused(string aws, string why)
    {
        var invalid = Assert.IsType<ConfigurationResult.Invalid>(Load($$"""
            people:
              grace: { name: Grace, slack: U0GRACE001, aws: grace }
              ada: { name: Ada, slack: U0ADA00001, {{aws}} }
            """));

        Assert.Contains(why, Assert.Single(invalid.Problems, problem => !problem.IsWarning).Message, StringComparison.Ordinal);
    }

    private static ConfigurationResult Load(string people) => Written.Load(people + "\ncatch_all: { targets: [person: grace] }\n");
}
