using System.Reflection;

namespace Incidents.Functions.Tests.StandIn;

/// <summary>The public names an assembly declares, as `Namespace.Type` and `Namespace.Type.Member`.</summary>
internal static class PublicNames
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!;

    /// <summary>A property goes by its own name, not those of its accessors; constructors are `.ctor`.</summary>
    public static string Of(MemberInfo member)
    {
        var name = member is MethodInfo { IsSpecialName: true } ? member.Name[(member.Name.IndexOf('_') + 1)..] : member.Name;
        return $"{Of(member.DeclaringType!)}.{name}";
    }

    /// <summary>
    /// The members that could be taken out. Not among them: what an interface requires of whoever implements it, what implements
    /// one, constructors without parameters, which are there unasked, and the properties in which an attribute keeps what its
    /// constructor was given.
    /// </summary>
    public static IEnumerable<MemberInfo> RemovableMembers(Type type) => type.GetMembers(Declared).Where(member => member switch
    {
        MethodInfo method => !method.IsSpecialName && !IsRequired(method) && !Implements(method),
        PropertyInfo property => !IsRequired(property.GetMethod!) && !Implements(property.GetMethod!) && !KeepsAnArgument(property),
        ConstructorInfo constructor => constructor.GetParameters().Length > 0,
        FieldInfo field => !field.IsSpecialName,
        _ => false,
    });

    /// <summary>The types a type cannot be declared without: those of its members, its base and its parameters.</summary>
    public static IEnumerable<Type> Mentioned(Type type) => type.GetMembers(Declared)
        .SelectMany(member => member switch
        {
            PropertyInfo property => [property.PropertyType],
            MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(p => p.ParameterType)],
            ConstructorInfo constructor => constructor.GetParameters().Select(p => p.ParameterType),
            _ => Array.Empty<Type>(),
        })
        .Concat(type.BaseType is { } ancestor ? [ancestor] : [])
        .SelectMany(mentioned => (IEnumerable<Type>)[mentioned, .. mentioned.GetGenericArguments()])
        .Where(mentioned => !mentioned.IsGenericParameter);

    private static bool IsRequired(MethodInfo method) => method.DeclaringType!.IsInterface && method.IsAbstract;

    private static bool KeepsAnArgument(PropertyInfo property) =>
        property.DeclaringType!.IsSubclassOf(typeof(Attribute))
        && property.DeclaringType.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase));

    private static bool Implements(MethodInfo method) => method.DeclaringType is { IsInterface: false } type
        && type.GetInterfaces().Any(i => type.GetInterfaceMap(i).TargetMethods.Contains(method));
}
