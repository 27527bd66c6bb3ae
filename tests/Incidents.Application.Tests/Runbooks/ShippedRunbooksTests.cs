using AngleSharp.Dom;
using Incidents.Application.Runbooks;
using Incidents.Application.Tests.Markdown;
using Incidents.Domain;

namespace Incidents.Application.Tests.Runbooks;

/// <summary>The runbooks in the repository's `runbooks` folder.</summary>
public class ShippedRunbooksTests
{
    private static readonly RunbookFolder Shipped = RunbookFolder.Read(Path.Combine(AppContext.BaseDirectory, "runbooks"));

    public static TheoryData<string> Ids => [.. Shipped.Library.All.Select(r => r.Id)];

    [Fact]
    public void All_AreReadWithoutAWarning()
    {
        Assert.Empty(Shipped.Problems);
        Assert.Equal(
            ["alb-5xx", "dynamodb-throttling", "ecs-unhealthy-tasks", "lambda-errors", "sqs-oldest-message"],
            Shipped.Library.All.Select(r => r.Id).Where(id => !id.StartsWith("pager-", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_HasTheFourHeadingsInOrder(string id) => Assert.Equal(RunbookSection.Expected, Find(id).Sections.Select(s => s.Heading));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_HasThreeFirstStepsThatFitACard(string id)
    {
        var steps = Find(id).FirstSteps(Samples.Variables());

        Assert.Equal(3, steps.Count);
        Assert.DoesNotContain(steps, step => step.Contains('…', StringComparison.Ordinal) || step.Contains("{{", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("alb-5xx", "LoadBalancer=app/checkout/50dc6c495c0c9188")]
    [InlineData("dynamodb-throttling", "TableName=orders")]
    [InlineData("ecs-unhealthy-tasks", "ClusterName=prod", "ServiceName=checkout-api")]
    [InlineData("lambda-errors", "FunctionName=checkout-pay")]
    [InlineData("sqs-oldest-message", "QueueName=orders.fifo")]
    public void Each_ForItsOwnAlarm_LeavesNoVariableOpen(string id, params string[] dimensions)
    {
        var alarm = Samples.Alarm("checkout alarm, name with blanks", [.. dimensions.Select(d => d.Split('=')).Select(d => (d[0], d[1]))]);

        var body = Rendered.Read(Find(id).ToHtml(Samples.Variables(alarm)));

        Assert.DoesNotContain("{{", body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("link dropped", body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(body.QuerySelectorAll("a"), a => a.GetAttribute("href")!.Contains("%7B", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_OfItsAwsCommands_NamesTheRegion(string id)
    {
        var commands = Rendered.Read(Find(id).ToHtml(Samples.Variables())).QuerySelectorAll("pre code")
            .SelectMany(code => code.TextContent.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
            .SelectMany(line => line.Split("aws ").Skip(1))
            .ToList();

        Assert.NotEmpty(commands);
        Assert.All(commands, command => Assert.Contains("--region eu-west-1", command, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("checkout-alb-5xx", "alb-5xx")]
    [InlineData("checkout-api-error-rate", "alb-5xx")]
    [InlineData("checkout-api-cpu-high", "ecs-unhealthy-tasks")]
    [InlineData("prod-lambda-throttles", "lambda-errors")]
    [InlineData("orders-dynamodb-throttles", "dynamodb-throttling")]
    [InlineData("orders-sqs-oldest-message", "sqs-oldest-message")]
    public void For_AnAlarmAsTeamsNameThem_IsTheOneThatFits(string alarm, string id) =>
        Assert.Equal([id], Shipped.Library.For(new ServiceId("checkout"), Samples.Alarm(alarm)).Select(r => r.Id));

    private static Runbook Find(string id) => Shipped.Library.Find(id)!;
}
