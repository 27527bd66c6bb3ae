namespace Amazon.Lambda.Annotations;

/// <summary>Asks the real package's generator for a Main that picks its function from ANNOTATIONS_HANDLER.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public class LambdaGlobalPropertiesAttribute : Attribute
{
    public bool GenerateMain { get; set; }
}
