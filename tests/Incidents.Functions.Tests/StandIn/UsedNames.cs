using System.Reflection;
using System.Text.Json.Serialization;

namespace Incidents.Functions.Tests.StandIn;

/// <summary>The names an assembly uses of others, read from its attributes, its signatures and the code of its methods.</summary>
/// <remarks>
/// Generated JSON code is left out: it names every property there is, so nothing would ever be unused. Constants leave no
/// trace in code; an enum's are seen in attributes.
/// </remarks>
internal static class UsedNames
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlySet<string> In(params Assembly[] assemblies) => assemblies.SelectMany(Of).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Of(Assembly assembly)
    {
        var types = assembly.GetTypes();
        var members = types.SelectMany(type => type.GetMembers(Everything).Append(type));
        return members.SelectMany(member => member.CustomAttributes)
            .Concat(assembly.CustomAttributes)
            .SelectMany(Of)
            .Concat(members.OfType<MethodBase>().SelectMany(Of))
            .Concat(types.SelectMany(Implemented).Select(PublicNames.Of));
    }

    /// <summary>Implementing what an interface does not require is a use of it.</summary>
    private static IEnumerable<MethodInfo> Implemented(Type type) => type.IsInterface || type.IsGenericTypeDefinition ? [] : type.GetInterfaces()
        .Select(type.GetInterfaceMap)
        .SelectMany(map => map.InterfaceMethods.Where((_, i) => map.TargetMethods[i]?.DeclaringType == type));

    private static IEnumerable<string> Of(CustomAttributeData attribute) =>
    [
        PublicNames.Of(attribute.AttributeType),
        PublicNames.Of(attribute.Constructor),
        .. attribute.NamedArguments.Select(argument => PublicNames.Of(argument.MemberInfo)),
        .. attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(a => a.TypedValue)).SelectMany(Of),
    ];

    private static IEnumerable<string> Of(CustomAttributeTypedArgument argument) => argument switch
    {
        { Value: Type type } => [PublicNames.Of(type)],
        { ArgumentType: { IsEnum: true } type, Value: { } value } => [PublicNames.Of(type), $"{PublicNames.Of(type)}.{Enum.GetName(type, value)}"],
        _ => [],
    };

    private static IEnumerable<string> Of(MethodBase method)
    {
        var signature = method.GetParameters().Select(parameter => parameter.ParameterType)
            .Concat(method is MethodInfo { ReturnType: var answer } ? [answer, .. answer.GetGenericArguments()] : [])
            .Where(type => !type.IsGenericParameter && !type.HasElementType)
            .Select(PublicNames.Of);
        return IsGeneratedJson(method.DeclaringType) ? signature : signature.Concat(MethodCode.MembersUsedBy(method).SelectMany(Of));
    }

    private static IEnumerable<string> Of(MemberInfo member) =>
        member.DeclaringType is { } type ? [PublicNames.Of(type), PublicNames.Of(member)] : [PublicNames.Of((Type)member)];

    private static bool IsGeneratedJson(Type? type) =>
        type is not null && (type.IsSubclassOf(typeof(JsonSerializerContext)) || IsGeneratedJson(type.DeclaringType));
}
