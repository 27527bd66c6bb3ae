namespace Incidents.Application.Intake.FailOpen;

/// <summary>Keeps what could not be handled until it is tried again. What it has taken survives the process.</summary>
public interface IAlarmRetries
{
    /// <summary>Takes one message; once this returns it cannot be lost.</summary>
    /// <param name="body">In a form <see cref="Alarms.AlarmMessages.Read(string, NodaTime.Instant)"/> reads.</param>
    /// <exception cref="NotKeptException">It was not taken, or it is unknown whether it was.</exception>
    Task Put(string body, CancellationToken cancellation);
}

/// <summary>A message could not be kept for another try. The message names the cause and holds no secret.</summary>
public sealed class NotKeptException(string message, Exception? inner = null) : Exception(message, inner);
