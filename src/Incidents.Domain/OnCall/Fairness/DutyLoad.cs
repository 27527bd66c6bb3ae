using NodaTime;

namespace Incidents.Domain.OnCall.Fairness;

/// <summary>What being on call takes of one person in a window. An hour can be of several kinds: Christmas Eve on a Saturday at 23:00 is of all.</summary>
/// <param name="Night">Of it between 22:00 and 06:00 by the person's clock.</param>
/// <param name="Weekend">Of it on Saturdays and Sundays.</param>
/// <param name="Holiday">Of it on public holidays where the person is.</param>
public sealed record DutyLoad(PersonId Person, Duration Total, Duration Night, Duration Weekend, Duration Holiday);
