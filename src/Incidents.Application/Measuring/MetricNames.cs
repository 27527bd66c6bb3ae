namespace Incidents.Application.Measuring;

/// <summary>Everything that is measured. Alarms and dashboards name these: a name is never reused for something else.</summary>
public static class MetricNames
{
    /// <summary>Messages on the alarm topic that were decided, whatever they were.</summary>
    public const string AlarmsReceived = nameof(AlarmsReceived);

    /// <summary>Alarms received that had been decided before.</summary>
    public const string AlarmsRepeated = nameof(AlarmsRepeated);

    /// <summary>Alarms received that could not be parsed.</summary>
    public const string AlarmsUnreadable = nameof(AlarmsUnreadable);

    /// <summary>Pages that a channel took.</summary>
    public const string PagesSent = nameof(PagesSent);

    /// <summary>Pages that a channel will never take.</summary>
    public const string PagesFailed = nameof(PagesFailed);

    /// <summary>Attempts at pages that got no answer.</summary>
    public const string PagesUnknown = nameof(PagesUnknown);

    /// <summary>From the time SNS put on the alarm, or from the opening where there is none, to the first page that a channel took.</summary>
    public const string AlarmToPageSeconds = nameof(AlarmToPageSeconds);

    /// <summary>The same for the alarm that fires once a day. An alarm of CloudWatch waits for it: it is written when Slack took the page, and then only.</summary>
    public const string DailyCheckPagedSeconds = nameof(DailyCheckPagedSeconds);

    /// <summary>From the opening to the first acknowledgement.</summary>
    public const string TimeToAcknowledgeSeconds = nameof(TimeToAcknowledgeSeconds);

    /// <summary>How long after its time the sweep took up what was due.</summary>
    public const string TickLatenessSeconds = nameof(TickLatenessSeconds);

    /// <summary>What reconciling had to mend.</summary>
    public const string Repairs = nameof(Repairs);

    /// <summary>Times the catch-all was paged because no person of the whole policy acknowledged.</summary>
    public const string UnacknowledgedPastLastStep = nameof(UnacknowledgedPastLastStep);

    /// <summary>Pushed configurations that are not in force because they are missing, damaged or not understood; once for each process and move of the pointer.</summary>
    public const string ConfigurationRefused = nameof(ConfigurationRefused);
}
