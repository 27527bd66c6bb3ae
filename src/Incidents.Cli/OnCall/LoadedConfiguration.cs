using Incidents.Application.Time;
using Incidents.Cli.Answers;
using Incidents.Cli.Terminal;
using Incidents.Configuration.Loading;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.OnCall;

namespace Incidents.Cli.OnCall;

/// <summary>The configuration of a directory, for commands that need no running incident manager.</summary>
internal static class LoadedConfiguration
{
    /// <summary>Null when it has mistakes, of which the first is then printed.</summary>
    public static OnCallConfiguration? Read(CommandHost host, DirectoryInfo directory)
    {
        switch (new ConfigurationDirectory(directory.ToString()).Load(host.Clock.Now()))
        {
            case ConfigurationResult.Valid valid:
                return valid.Configuration;
            case ConfigurationResult.Invalid invalid:
                Complaint.Refused(host, $"{invalid.Problems.First(problem => !problem.IsWarning)} (./incidents check {directory} shows all)");
                return null;
            default:
                return null;
        }
    }

    /// <summary>Null when it has mistakes, all of which are then printed as `check` prints them.</summary>
    public static OnCallConfiguration? ReadOrShowAll(CommandHost host, DirectoryInfo directory)
    {
        switch (new ConfigurationDirectory(directory.ToString()).Load(host.Clock.Now()))
        {
            case ConfigurationResult.Valid valid:
                return valid.Configuration;
            case ConfigurationResult.Invalid invalid:
                invalid.Problems.Select(Painted.Problem).ToList().ForEach(host.Complain);
                return null;
            default:
                return null;
        }
    }

    /// <summary>The schedules asked for, or all; null when there is none of that id, with the error printed.</summary>
    public static IReadOnlyList<OnCallSchedule>? Schedules(CommandHost host, OnCallConfiguration settings, string? id)
    {
        if (id is null)
        {
            return [.. settings.Schedules.Values];
        }

        if (settings.Schedules.TryGetValue(new ScheduleId(id), out var only))
        {
            return [only];
        }

        Complaint.Refused(host, $"there is no schedule {id}: it is one of {string.Join(", ", settings.Schedules.Keys)}");
        return null;
    }
}
