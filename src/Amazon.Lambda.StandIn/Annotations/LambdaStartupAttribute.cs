namespace Amazon.Lambda.Annotations;

/// <summary>Marks the class that fills the container before the first invocation.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class LambdaStartupAttribute : Attribute;
