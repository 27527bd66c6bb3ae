namespace Incidents.Domain.Incidents;

/// <summary>What CloudWatch itself said of alarms whose messages say that they are OK.</summary>
public enum RecoveryBelief
{
    /// <summary>It was not asked: the messages are believed.</summary>
    Unasked,

    /// <summary>None of them is in ALARM.</summary>
    Confirmed,

    /// <summary>It gave no answer for one of them: the messages are believed, and that is said.</summary>
    NotConfirmed,

    /// <summary>One of them is in ALARM: the messages are not believed.</summary>
    StillFiring,
}
