using System.Globalization;
using Incidents.Configuration.Sections;
using Incidents.Configuration.Yaml;
using Incidents.Domain.Configuration;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Configuration.Review;

/// <summary>Services whose pages would reach no person at all, the catch-all included.</summary>
internal static class StaffingReview
{
    public static void Warn(OnCallConfiguration configuration, ConfigurationSections sections, Instant now)
    {
        foreach (var service in Staffing.Of(configuration, now, now + Staffing.Ahead).Where(service => service.Nobody.Count > 0))
        {
            var value = service.Service == CatchAll.Id ? sections.CatchAll! : sections.Services[service.Service.Value];
            value.WarnAtKey(string.Create(
                CultureInfo.InvariantCulture,
                $"{service.Service.Value.Quoted()} would page nobody for {Staffing.Minutes(service.Nobody):N0} minutes of the next {Staffing.Ahead.Days} days, first {GapReview.Show(service.Nobody[0].Start, service.Nobody[0].End)}. Close the gap, or give the catch-all somebody who is always there."));
        }
    }
}
