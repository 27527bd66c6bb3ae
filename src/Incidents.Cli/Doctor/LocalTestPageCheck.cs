using Incidents.Adapters.CommandLine.Api;
using Incidents.Cli.Answers;
using Incidents.Domain.Configuration;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Cli.Doctor;

/// <summary>Asks the incident manager of a data directory who has confirmed a test page when.</summary>
internal static class LocalTestPageCheck
{
    public static async Task<IReadOnlyList<Finding>> Look(DataDirectory folder, OnCallConfiguration? configuration, Instant now, CancellationToken cancellation)
    {
        if (folder.RunningAt() is not { } address || folder.Token() is not { } token)
        {
            return [];
        }

        try
        {
            using var api = new IncidentsApi(address, token);
            var items = (await api.Get("api/v1/test-pages", cancellation)).GetProperty("items").EnumerateArray();
            return TestPagesConfirmed.Judge(
                configuration,
                items.Select(item => (Person: IncidentLine.Text(item, "person"), At: InstantPattern.ExtendedIso.Parse(IncidentLine.Text(item, "confirmedAt"))))
                    .Where(item => item.At.Success).ToDictionary(item => item.Person, item => item.At.Value),
                now);
        }
        catch (Exception failure) when (failure is ApiUnreachableException or ApiRefusedException or KeyNotFoundException or InvalidOperationException)
        {
            // That nothing runs, or that something else does, is reported already.
            return [];
        }
    }
}
