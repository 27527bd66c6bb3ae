namespace Amazon.Lambda.CloudWatchEvents
{
    /// <summary>What EventBridge sends; nothing of it is read here.</summary>
    public class CloudWatchEvent<T>;
}

namespace Amazon.Lambda.CloudWatchEvents.ScheduledEvents
{
    /// <summary>One firing of a schedule.</summary>
    public class ScheduledEvent : CloudWatchEvent<Detail>;

    /// <summary>Empty for a schedule.</summary>
    public class Detail;
}
