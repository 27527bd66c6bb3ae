using System.Security.Cryptography;
using Incidents.Application.Configuration;
using Incidents.Application.Redaction;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Maintenance;
using NodaTime;

namespace Incidents.Application.Maintenance;

/// <summary>Plans a maintenance window, in advance or from now on.</summary>
public sealed class PlanMaintenance(IMaintenanceStore store, IOnCallConfigurationProvider configuration, MaintenanceCalendar calendar, TimeProvider clock)
{
    /// <exception cref="StoreUnavailableException">Nothing is planned.</exception>
    public async Task<MaintenanceResult> Handle(MaintenanceRequest request, Actor by, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        if (request.Tags.FirstOrDefault(text => !ServiceTag.TryParse(text, out _)) is { } odd)
        {
            return new MaintenanceResult.Refused("tags", $"are each key=value, which \"{odd}\" is not");
        }

        if (request.Accounts.FirstOrDefault(text => settings.FindAccount(text) is null) is { } account)
        {
            return new MaintenanceResult.Refused("accounts", $"are names of `accounts` or ids of twelve digits, which \"{account}\" is not{Nearest(account, settings.Accounts.Values.Select(a => a.Name))}");
        }

        var now = clock.Now();
        var window = new MaintenanceWindow
        {
            Id = $"mw-{RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 8)}",
            Reason = Redactor.Redact(request.Reason.Trim()),
            By = by,
            From = request.From ?? now,
            To = request.Every is not null && request.To == Instant.MinValue ? now + MaintenanceRules.RecursFor : request.To,
            Every = request.Every,
            Length = request.Length,
            Zone = request.Every is null ? null : settings.ZoneOf(request.Services).Id,
            Services = [.. request.Services.Distinct()],
            Alarms = [.. request.Alarms.Select(pattern => new Glob(pattern)).Distinct()],
            Tags = [.. request.Tags.Select(Tag).Distinct()],
            Accounts = [.. request.Accounts.Select(settings.FindAccount).OfType<string>().Distinct()],
            Regions = [.. request.Regions.Select(pattern => new Glob(pattern)).Distinct()],
        };
        if ((MaintenanceRules.Check(window, now) ?? Unknown(window, settings)) is { } problem)
        {
            return new MaintenanceResult.Refused(problem.Field, problem.Problem);
        }

        while (true)
        {
            var book = await store.Load(cancellation);
            var current = book.Windows.Where(w => w.StateAt(now) != MaintenanceState.Over).ToList();
            if (current.Count >= MostWindows)
            {
                return new MaintenanceResult.Refused("window", $"would be one of more than {MostWindows}: end one that is not needed");
            }

            if (await store.Save(book, [.. current, window], [.. book.Windows.Except(current)], cancellation) == SaveResult.Saved)
            {
                calendar.Forget();
                return new MaintenanceResult.Planned(window);
            }
        }
    }

    /// <summary>Refuses unknown names: such a window would silence nothing, and the planned work would page.</summary>
    private static MaintenanceProblem? Unknown(MaintenanceWindow window, OnCallConfiguration settings)
    {
        if (window.Services.Where(id => settings.Find(id) is null).Select(id => id.Value).FirstOrDefault() is { } service)
        {
            return new("services", $"are ids of the configuration, which \"{service}\" is not{Nearest(service, settings.Services.Keys.Select(id => id.Value))}");
        }

        var tags = settings.Services.Values.Append(settings.CatchAll.Service).SelectMany(s => s.Tags).ToHashSet();
        return window.Tags.Where(tag => !tags.Contains(tag)).Select(tag => tag.ToString()).FirstOrDefault() is { } missing
            ? new("tags", $"are tags of services, and none has \"{missing}\"{Nearest(missing, tags.Select(tag => tag.ToString()))}")
            : null;
    }

    private static string Nearest(string text, IEnumerable<string> known) =>
        Similarity.Nearest(text, known) is { } nearest ? $" (did you mean \"{nearest}\"?)" : "";

    private static ServiceTag Tag(string text) => ServiceTag.TryParse(text, out var tag) ? tag.Value : default;

    private const int MostWindows = 50;
}
