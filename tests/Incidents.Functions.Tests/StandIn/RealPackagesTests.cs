using System.Reflection;

namespace Incidents.Functions.Tests.StandIn;

/// <summary>Only built against the real packages: the stand-in says nothing that they do not.</summary>
public class RealPackagesTests
{
    private static readonly Dictionary<string, Type> Real = Directory.GetFiles(AppContext.BaseDirectory, "Amazon.Lambda.*.dll")
        .Where(file => !file.EndsWith("StandIn.dll", StringComparison.Ordinal))
        .SelectMany(file => Assembly.LoadFrom(file).GetExportedTypes())
        .GroupBy(PublicNames.Of, StringComparer.Ordinal)
        .ToDictionary(types => types.Key, types => types.First(), StringComparer.Ordinal);

    private static readonly Type[] Declared = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "Amazon.Lambda.StandIn.dll")).GetExportedTypes();

    [Fact]
    public void StandIn_DeclaresOnlyTypesOfTheRealPackages() =>
        Assert.Equal([], Declared.Select(PublicNames.Of).Except(Real.Keys));

    [Fact]
    public void StandIn_DeclaresMembersAsTheRealPackagesDo() =>
        Assert.Equal([], Declared.SelectMany(type => Signatures(type).Except(Signatures(Real[PublicNames.Of(type)]))));

    [Fact]
    public void StandIn_RequiresOfImplementersAllThatTheRealInterfacesDo() => Assert.Equal([], Declared
        .Where(type => type is { IsInterface: true } && PublicNames.Mentioned(type).Any())
        .SelectMany(type => Required(Real[PublicNames.Of(type)]).Except(Required(type))));

    private static IEnumerable<string> Required(Type type) =>
        type.GetMethods().Where(method => method.IsAbstract).Select(method => $"{PublicNames.Of(type)}: {method}");

    /// <summary>A member in words: its type, its name and its parameters, and for an enum's its value.</summary>
    private static IEnumerable<string> Signatures(Type type) => type.GetMembers().Select(member =>
        $"{PublicNames.Of(type)}: {member}{(member is FieldInfo { IsLiteral: true } constant ? $" = {constant.GetRawConstantValue()}" : "")}");
}
