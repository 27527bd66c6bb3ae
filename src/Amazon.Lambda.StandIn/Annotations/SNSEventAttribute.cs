namespace Amazon.Lambda.Annotations.SNS;

/// <summary>Subscribes the function to a topic: an ARN, or `@` and the topic's name in the template.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class SNSEventAttribute(string topic) : Attribute
{
    public string Topic { get; set; } = topic;
}
