using System.Reflection;
using System.Text.RegularExpressions;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.Annotations.Schedule;
using Amazon.Lambda.Annotations.SNS;
using Amazon.Lambda.Annotations.SQS;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;
using Incidents.Functions.Tests.Template;

namespace Incidents.Functions.Tests;

/// <summary>What the generator of Amazon.Lambda.Annotations refuses, told also where only the stand-in is at hand.</summary>
public class HandlerTests
{
    private static readonly MethodInfo[] Handlers = [.. LambdaMethods.ByResource.Values];

    [Fact]
    public void Handlers_HaveNamesOfTheirOwn() =>
        Assert.Equal(Handlers.Length, Handlers.DistinctBy(handler => handler.Name, StringComparer.Ordinal).Count());

    [Theory]
    [InlineData(typeof(SNSEventAttribute), typeof(SNSEvent), new[] { typeof(void), typeof(Task) })]
    [InlineData(typeof(SQSEventAttribute), typeof(SQSEvent), new[] { typeof(void), typeof(Task), typeof(SQSBatchResponse), typeof(Task<SQSBatchResponse>) })]
    [InlineData(typeof(ScheduleEventAttribute), typeof(ScheduledEvent), new[] { typeof(void), typeof(Task) })]
    [InlineData(typeof(HttpApiAttribute), typeof(APIGatewayHttpApiV2ProxyRequest), new[] { typeof(Task<APIGatewayHttpApiV2ProxyResponse>) })]
    public void Handlers_TakeTheEventTheySubscribeTo_AndReturnWhatItsSenderReads(Type source, Type taken, Type[] returned) =>
        Assert.All(Handlers.Where(handler => handler.IsDefined(source)), handler =>
        {
            Assert.Contains(handler.ReturnType, returned);
            Type[] parameters = [.. handler.GetParameters().Where(parameter => !RouteParameters(handler).Contains(parameter.Name)).Select(parameter => parameter.ParameterType)];
            Assert.NotEmpty(parameters);
            Assert.Equal(new[] { taken, typeof(ILambdaContext) }.Take(parameters.Length), parameters);
        });

    /// <summary>AWSLambda0107: a route parameter that no method parameter takes is a compile error, and so is a bare [FromRoute].</summary>
    [Fact]
    public void V20_RouteParameters_AreStringParametersOfTheSameName_WithoutAttributes() =>
        Assert.All(Handlers, handler => Assert.All(RouteParameters(handler), name =>
        {
            var parameter = Assert.Single(handler.GetParameters(), parameter => parameter.Name == name);
            Assert.Equal(typeof(string), parameter.ParameterType);
            Assert.DoesNotContain(parameter.CustomAttributes, attribute => attribute.AttributeType.Namespace!.StartsWith("Amazon", StringComparison.Ordinal));
        }));

    [Fact]
    public void RouteParameters_OfTheLinkRoute_AreFound() => Assert.Equal(["token"], RouteParameters(LambdaMethods.ByResource["OpenPageLink"]));

    private static IReadOnlyList<string> RouteParameters(MethodInfo handler) =>
        [.. Regex.Matches(handler.GetCustomAttribute<HttpApiAttribute>()?.Template ?? "", "{([^}+]+)[+]?}").Select(match => match.Groups[1].Value)];
}
