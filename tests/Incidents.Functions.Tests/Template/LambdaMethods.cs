using System.Reflection;
using Amazon.Lambda.Annotations;

namespace Incidents.Functions.Tests.Template;

/// <summary>The functions as the compiled code declares them.</summary>
internal static class LambdaMethods
{
    public static IReadOnlyDictionary<string, MethodInfo> ByResource { get; } = typeof(Startup).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttribute<LambdaFunctionAttribute>() is not null)
        .ToDictionary(method => Declared(method).ResourceName);

    public static LambdaFunctionAttribute Declared(MethodInfo method) => method.GetCustomAttribute<LambdaFunctionAttribute>()!;

    public static TheoryData<string> Names => [.. ByResource.Keys];
}
