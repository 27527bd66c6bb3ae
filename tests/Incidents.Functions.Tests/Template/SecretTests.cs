using Incidents.Configuration.Files;

namespace Incidents.Functions.Tests.Template;

/// <summary>No secret stands in the template or goes through it.</summary>
public class SecretTests
{
    [Fact]
    public void Template_HoldsNoSecret() => Assert.Empty(SecretScan.Find(StackTemplate.Text));

    [Fact]
    public void Template_TakesNoSecret_OnlyNames()
    {
        Assert.DoesNotContain(StackTemplate.Root["Parameters"].Entries.Values, parameter => parameter["NoEcho"].Exists);
        Assert.All(
            StackTemplate.Root["Parameters"].Entries.Keys.Where(name => name.Contains("Secret", StringComparison.Ordinal) || name.Contains("Webhook", StringComparison.Ordinal)),
            name => Assert.Matches("(Parameter|ParameterArns)$", name));
    }

    [Fact]
    public void Template_ResolvesNoSecretEither() => Assert.DoesNotContain("{{resolve:", StackTemplate.Text, StringComparison.Ordinal);

    [Fact]
    public void Outputs_AreAddressesAndNames() =>
        Assert.Equal(["AlarmTopicArn", "ApiDomainTarget", "ApiUrl", "FallbackTopicArn", "SlackRequestUrl", "TableName", "TextReplyTopicArn"], StackTemplate.Root["Outputs"].Entries.Keys.Order());
}
