namespace Amazon.Lambda.SQSEvents;

/// <summary>What Lambda receives from a queue: a batch of messages.</summary>
public class SQSEvent
{
    public List<SQSMessage> Records { get; set; }

    public class SQSMessage
    {
        public string MessageId { get; set; }
        public string Body { get; set; }
        public Dictionary<string, string> Attributes { get; set; }
    }

    /// <summary>A message attribute. No function reads it; the type is named because SNSEvent has one too.</summary>
    public class MessageAttribute;
}
