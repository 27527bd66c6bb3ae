using Amazon.Lambda.SQSEvents;

namespace Incidents.Functions.Tests.Template;

/// <summary>Every function the code declares is in the template as it is declared, and the other way round.</summary>
public class FunctionTests
{
    public static TheoryData<string> Names => LambdaMethods.Names;

    [Fact]
    public void Functions_OfCodeAndTemplate_AreTheSame() =>
        Assert.Equal(LambdaMethods.ByResource.Keys.Order(), StackTemplate.Functions.Select(f => f.Key).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_HasTheMemoryAndTimeoutItDeclares(string name)
    {
        var declared = LambdaMethods.Declared(LambdaMethods.ByResource[name]);
        var properties = StackTemplate.Resource(name)["Properties"];

        Assert.Equal((declared.MemorySize, declared.Timeout), ((uint)properties["MemorySize"].Number, (uint)properties["Timeout"].Number));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_IsFoundByItsHandler(string name)
    {
        var method = LambdaMethods.ByResource[name];

        Assert.Equal(method.DeclaringType!.Assembly.GetName().Name, StackTemplate.Root.At("Globals", "Function", "Handler").Text);
        Assert.Equal(method.Name, StackTemplate.Resource(name).At("Properties", "Environment", "Variables", "ANNOTATIONS_HANDLER").Text);
    }

    [Fact]
    public void Functions_RunOnManagedDotnetOnArm_Traced()
    {
        var all = StackTemplate.Root.At("Globals", "Function");

        Assert.Equal(("dotnet10", "Active"), (all["Runtime"].Text, all["Tracing"].Text));
        Assert.Equal(["arm64"], all["Architectures"].Items.Select(a => a.Text));
        Assert.All(StackTemplate.Functions, f => Assert.False(f.Value.At("Properties", "Runtime").Exists || f.Value.At("Properties", "Handler").Exists));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_HasTheEventSourcesItDeclares(string name) => Assert.Equal(
        EventSources.Declared(LambdaMethods.ByResource[name]).Order(),
        EventSources.Written(StackTemplate.Resource(name)).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_AnswersForSingleMessages_ExactlyWhenItsSourceAsksForThat(string name)
    {
        var answers = LambdaMethods.ByResource[name].ReturnType == typeof(Task<SQSBatchResponse>);
        var asked = StackTemplate.Resource(name).At("Properties", "Events").Entries.Values
            .SelectMany(e => e.At("Properties", "FunctionResponseTypes").Items)
            .Any(type => type.Text == "ReportBatchItemFailures");

        Assert.Equal(answers, asked);
    }
}
