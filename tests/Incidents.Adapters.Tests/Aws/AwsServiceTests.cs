using System.Reflection;
using Incidents.Adapters.Aws;

namespace Incidents.Adapters.Tests.Aws;

public sealed class AwsServiceTests
{
    public static TheoryData<string> Services => [.. typeof(AwsService).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Services))]
    public void V25_Endpoint_WhenTheEnvironmentLeadsElsewhere_IsThere_AndSignedForAws(string name)
    {
        var service = (AwsService)typeof(AwsService).GetProperty(name)!.GetValue(null)!;
        var all = new Dictionary<string, string> { ["AWS_ENDPOINT_URL"] = "http://127.0.0.1:4566" };
        var one = new Dictionary<string, string>(all) { [$"AWS_ENDPOINT_URL_{service.Id}"] = "https://emulator.example.com/aws" };
        var ignored = new Dictionary<string, string>(one) { ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] = "True" };

        Assert.Equal(("http://127.0.0.1:4566/", "eu-west-1", service.Signing), Of(all));
        Assert.Equal(("https://emulator.example.com/aws", "eu-west-1", service.Signing), Of(one));
        Assert.EndsWith(".eu-west-1.amazonaws.com/", Of(ignored).Address, StringComparison.Ordinal);
        Assert.Equal(Of([]), Of(ignored));

        (string Address, string Region, string Service) Of(Dictionary<string, string> environment) =>
            service.In("eu-west-1", environment.GetValueOrDefault) is { } endpoint ? (endpoint.Address.AbsoluteUri, endpoint.Region, endpoint.Service) : default;
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL")]
    [InlineData("AWS_ENDPOINT_URL_SSM")]
    public void V25_Endpoint_WhenTheVariableHoldsNoAddress_NamesIt_RatherThanAskAws(string variable)
    {
        var error = Assert.Throws<InvalidOperationException>(() => AwsService.Parameters.In("eu-west-1", name => name == variable ? "localhost:4566" : null));

        Assert.Contains($"{variable} is no http or https address", error.Message, StringComparison.Ordinal);
        Assert.Equal(error.Message, AwsService.Misdirected(name => name == variable ? "localhost:4566" : null));
        Assert.Null(AwsService.Misdirected(name => name == variable ? "http://localhost:4566" : null));
    }
}
