namespace Amazon.Lambda.Annotations.SQS;

/// <summary>Lets the function read a queue: an ARN, or `@` and the queue's name in the template.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class SQSEventAttribute(string queue) : Attribute
{
    public string Queue { get; set; } = queue;
}
