namespace Amazon.Lambda.Core;

/// <summary>Names the serializer that Lambda's bootstrap uses for the functions of an assembly.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Assembly)]
public sealed class LambdaSerializerAttribute(Type serializerType) : Attribute
{
    public Type SerializerType { get; set; } = serializerType;
}
