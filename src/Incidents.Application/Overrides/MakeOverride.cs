using System.Security.Cryptography;
using Incidents.Application.Configuration;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Application.Overrides;

/// <summary>Makes an override (cover, join, leave or swap) without a new configuration.</summary>
public sealed class MakeOverride(IOverrideStore store, IOnCallConfigurationProvider configuration, RuntimeOverrides overrides, TimeProvider clock)
{
    /// <summary>How many of now and later there may be: all are read on every lookup of who is on call.</summary>
    public const int MostOverrides = 200;

    private const int MostUsers = 20;
    private const int MostPast = 100;
    private static readonly Duration Remembered = Duration.FromDays(90);

    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<OverrideResult> Handle(OverrideRequest request, Actor by, CancellationToken cancellation)
    {
        if (await Draft(request, by, cancellation) is var draft && draft is not OverrideResult.Made { Override: var made })
        {
            return draft;
        }

        while (true)
        {
            var book = await store.Load(cancellation);
            if (Full(book, made.MadeAt) is { } full)
            {
                return full;
            }

            if (await store.Save(book, With(book, made, made.MadeAt), cancellation) == SaveResult.Saved)
            {
                overrides.Forget();
                return draft;
            }
        }
    }

    /// <summary>The override as it would be made, for a caller that saves it together with something else.</summary>
    internal async Task<OverrideResult> Draft(OverrideRequest request, Actor by, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        if (!settings.Schedules.TryGetValue(request.Schedule, out var schedule))
        {
            return new OverrideResult.Unknown("schedule", request.Schedule.Value);
        }

        var now = clock.Now();
        var made = new MadeOverride
        {
            Id = $"ov-{RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 8)}",
            Schedule = request.Schedule,
            Kind = request.Kind,
            From = Instant.Max(request.From ?? now, Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds())),
            To = request.To,
            Users = [.. request.Users.Distinct()],
            Replaces = request.Replaces,
            Layer = request.Layer,
            By = by,
            MadeAt = now,
        };
        if ((Window(made, now) ?? People(made, settings)) is { } refused)
        {
            return refused;
        }

        var findings = OverrideRules.Check(made.Acting(_ => true)!, schedule.Definition);
        return findings.FirstOrDefault(problem => !problem.IsWarning) is { } wrong
            ? new OverrideResult.Refused(wrong.Path, $"{wrong.Problem} {wrong.Fix}")
            : new OverrideResult.Made(made, [.. findings.Select(warning => $"{warning.Problem} {warning.Fix}")]);
    }

    /// <summary>Why there can be no further one; null while there can.</summary>
    internal static OverrideResult.Refused? Full(OverrideBook book, Instant now) =>
        book.Overrides.Count(one => one.StateAt(now) != OverrideState.Over) < MostOverrides ? null
        : new("kind", $"There are {MostOverrides} overrides already. Cancel one that is not needed, or write lasting changes into the configuration.");

    /// <summary>The book with one more, which counts last.</summary>
    internal static IReadOnlyList<MadeOverride> With(OverrideBook book, MadeOverride made, Instant now) => [.. Kept(book, now), made];

    private static OverrideResult.Refused? Window(MadeOverride made, Instant now) =>
        made.To <= now ? new("to", "The override would be over already. Give an end in the future.")
        : ScheduleRules.CheckWindow(made.From, made.To) is { } problem ? new(problem.Path, $"{problem.Problem} {problem.Fix}")
        : made.From - now > ScheduleRules.LongestWindow ? new("from", "The override is more than two years away. Check the year.")
        : null;

    private static OverrideResult.Refused? People(MadeOverride made, OnCallConfiguration settings)
    {
        if (made.Users.Count > MostUsers)
        {
            return new("users", $"{made.Users.Count} people are too many. Name at most {MostUsers}.");
        }

        if (made.Users.Count == 0 && made.Kind is OverrideKind.Add or OverrideKind.Remove)
        {
            return new("users", "Nobody is named. Say who joins or leaves.");
        }

        return Unknown("replaces", made.Replaces is { } replaced ? [replaced] : [], settings)
            ?? Unknown("users", made.Users, settings)
            ?? (made.Kind == OverrideKind.Remove ? null : made.Users.Where(id => !settings.People[id].IsActive)
                .Select(inactive => new OverrideResult.Refused("users", $"{inactive} is not active and would not be paged. Name somebody else."))
                .FirstOrDefault());
    }

    private static OverrideResult.Refused? Unknown(string field, IReadOnlyList<PersonId> people, OnCallConfiguration settings) =>
        people.Where(id => !settings.People.ContainsKey(id))
            .Select(unknown => new OverrideResult.Refused(field, $"There is no person {unknown.Value.Quoted()}.{unknown.Value.DidYouMean(settings.People.Keys.Select(id => id.Value))}"))
            .FirstOrDefault();

    /// <summary>Keeps overrides that are over for a while, so that calendars of the past stay correct.</summary>
    private static IEnumerable<MadeOverride> Kept(OverrideBook book, Instant now)
    {
        var past = book.Overrides
            .Where(one => one.StateAt(now) == OverrideState.Over && now - one.End < Remembered)
            .OrderByDescending(one => one.End).Take(MostPast).ToHashSet();
        return book.Overrides.Where(one => one.StateAt(now) != OverrideState.Over || past.Contains(one));
    }
}
