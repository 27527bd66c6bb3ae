using System.Reflection;
using Amazon.Runtime;
using Incidents.Adapters.Aws;
using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application.Time;
using Incidents.Functions.Start;
using Incidents.Functions.Tests.StandIn;

namespace Incidents.Functions.Tests.Template;

/// <summary>The environment variables that are read are those that are set.</summary>
public class EnvironmentTests
{
    private static readonly Part Shared = StackTemplate.Root.At("Globals", "Function", "Environment", "Variables");

    public static TheoryData<string> Names => LambdaMethods.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_IsGivenTheVariablesThatAreRead_AndNoOthers(string name)
    {
        var read = new SortedSet<string>(StringComparer.Ordinal);
        var edges = LambdaEdges.InAws(LambdaSettings.Read(Read), Read, TimeProvider.System, NoAws, (endpoint, _, largestAnswer) => NoAws(endpoint, timeout: null, largestAnswer), keep: _ => { }, new InMemoryConfigurationStore());
        edges.Trace();

        var set = Shared.Entries.Keys.Concat(StackTemplate.Resource(name).At("Properties", "Environment", "Variables").Entries.Keys);

        Assert.Equal(read.Where(variable => !IsSetByLambda(variable)), set.Order(StringComparer.Ordinal));

        string? Read(string variable)
        {
            read.Add(variable);
            return variable switch
            {
                "AWS_REGION" => Physical.Region,
                "ANNOTATIONS_HANDLER" => name,
                _ when variable.StartsWith("AWS_ENDPOINT_URL", StringComparison.Ordinal) => null,
                _ => "anything",
            };
        }
    }

    [Fact]
    public void NothingButTheStart_ReadsTheEnvironment() => Assert.Equal([typeof(Startup)], new[] { typeof(Startup).Assembly, typeof(Clock).Assembly }
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => !IsGenerated(type) && ReadsEnvironment(type)));

    private static bool ReadsEnvironment(Type type) => type
        .GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .SelectMany(MethodCode.MembersUsedBy)
        .Any(member => member is MethodInfo { Name: nameof(Environment.GetEnvironmentVariable) or nameof(Environment.GetEnvironmentVariables) });

    /// <summary>Main and the handlers that Amazon.Lambda.Annotations writes read what Lambda sets.</summary>
    private static bool IsGenerated(Type type) => type.Name == "GeneratedProgram" || type.Name.EndsWith("_Generated", StringComparison.Ordinal)
        || (type.DeclaringType is { } outer && IsGenerated(outer));

    private static bool IsSetByLambda(string variable) => variable.StartsWith("AWS_", StringComparison.Ordinal) || variable == "_X_AMZN_TRACE_ID";

    private static AwsClient NoAws(AwsEndpoint endpoint, TimeSpan? timeout, int largestAnswer) =>
        new(endpoint, () => throw new AmazonClientException("nobody calls"), TimeProvider.System, timeout, largestAnswer);
}
