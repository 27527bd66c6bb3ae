namespace Amazon.Lambda.Annotations.Schedule;

/// <summary>Invokes the function at a rate(...) or cron(...).</summary>
[AttributeUsage(AttributeTargets.Method)]
public class ScheduleEventAttribute(string schedule) : Attribute
{
    public string Schedule { get; set; } = schedule;
}
