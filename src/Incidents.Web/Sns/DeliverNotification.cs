using Incidents.Application.Alarms;
using Incidents.Application.Intake;

namespace Incidents.Web.Sns;

/// <summary>Hands a verified notification on. Where the functions run in the same process, to the very function SNS would invoke.</summary>
/// <exception cref="Application.Store.StoreUnavailableException">Nothing is decided; SNS is asked to deliver again.</exception>
public delegate Task<AlarmReceipt> DeliverNotification(AlarmMessage message);
