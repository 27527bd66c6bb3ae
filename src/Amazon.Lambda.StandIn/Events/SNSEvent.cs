namespace Amazon.Lambda.SNSEvents;

/// <summary>What Lambda receives from a topic: one record per message.</summary>
public class SNSEvent
{
    public IList<SNSRecord> Records { get; set; }

    public class SNSRecord
    {
        public SNSMessage Sns { get; set; }
    }

    public class SNSMessage
    {
        public string Message { get; set; }
        public string MessageId { get; set; }
        public string Subject { get; set; }

        /// <summary>When the message was published; UTC.</summary>
        public DateTime Timestamp { get; set; }

        public string TopicArn { get; set; }
        public string Type { get; set; }
    }
}
