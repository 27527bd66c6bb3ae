using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Incidents.Architecture.Tests;

/// <summary>Which types of an assembly use which others of it, read from its instructions. Nested types count as the type around them.</summary>
internal static class TypeUses
{
    /// <summary>The uses in an assembly, once each, in no order.</summary>
    public static IEnumerable<(TypeDefinition From, TypeDefinition To)> In(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        var uses =
            from type in module.GetTypes()
            from used in Mentioned(type)
            let to = Outermost(used)
            where to?.Module == module
            let @from = Outermost(type)
            where @from != to && IsWritten(@from) && IsWritten(to)
            select (@from, to);
        return uses.Distinct().ToList();
    }

    /// <summary>For each type of these assemblies the full names of the types of ours that it uses, in whichever assembly they are.</summary>
    public static Dictionary<UsedType, HashSet<string>> Across(IEnumerable<string> assemblies)
    {
        var uses = new Dictionary<UsedType, HashSet<string>>();
        foreach (var assembly in assemblies)
        {
            using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"));
            foreach (var group in module.GetTypes().GroupBy(type => Outermost(type)!).Where(group => IsWritten(group.Key)))
            {
                uses.Add(
                    new UsedType(assembly, group.Key.FullName, group.SelectMany(type => type.Fields).All(field => field.HasConstant || field.IsSpecialName) && group.All(type => type.Methods.Count == 0)),
                    [.. group.SelectMany(Mentioned).SelectMany(Names)]);
            }
        }

        return uses;
    }

    private static IEnumerable<string> Names(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Names).Concat(Names(generic.ElementType)),
        TypeSpecification inner => Names(inner.ElementType),
        { DeclaringType: { } around } => Names(around),
        _ => [type.FullName],
    };

    private static IEnumerable<TypeReference?> Mentioned(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. type.Fields.Select(field => field.FieldType),
        .. type.CustomAttributes.SelectMany(attribute => attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>().Prepend(attribute.AttributeType)),
        .. type.Methods.SelectMany(Signature),
        .. type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Variables.Select(variable => variable.VariableType)),
        .. type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions).SelectMany(Mentioned),
    ];

    private static IEnumerable<TypeReference?> Mentioned(Instruction instruction) => instruction.Operand switch
    {
        MethodReference method => Signature(method),
        FieldReference field => [field.DeclaringType, field.FieldType],
        TypeReference type => [type],
        _ => [],
    };

    private static IEnumerable<TypeReference?> Signature(MethodReference method) =>
    [
        method.DeclaringType,
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. (method as GenericInstanceMethod)?.GenericArguments ?? [],
    ];

    private static TypeDefinition? Outermost(TypeReference? type) => type switch
    {
        null or GenericParameter => null,
        TypeDefinition { DeclaringType: { } around } => Outermost(around),
        TypeDefinition definition => definition,
        TypeSpecification inner => Outermost(inner.ElementType),
        _ when type.Scope == type.Module => Outermost(type.Resolve()),
        _ => null,
    };

    /// <summary>Not made by the compiler.</summary>
    private static bool IsWritten(TypeDefinition type) => !type.Name.StartsWith('<') && type.Namespace.StartsWith("Incidents.", StringComparison.Ordinal);
}

/// <summary>A type outside any other.</summary>
/// <param name="IsOfConstants">Nothing in it exists at run time.</param>
internal sealed record UsedType(string Assembly, string Name, bool IsOfConstants);
