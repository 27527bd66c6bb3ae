using System.Security.Cryptography;
using Incidents.Application.Configuration;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Configuration.Yaml;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Swaps;
using NodaTime;

namespace Incidents.Application.Schedules.Swaps;

/// <summary>Opens a request that another person takes over a person's shifts. The next tick posts it to the team.</summary>
public sealed class AskForSwap(ISwapStore store, IOnCallConfigurationProvider configuration, TimeProvider clock)
{
    /// <summary>How many may be open: all are read with every tick.</summary>
    public const int MostOpen = 100;

    private const int MostPast = 100;
    private static readonly Duration Remembered = Duration.FromDays(90);

    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<SwapResult> Handle(SwapQuestion question, Actor by, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        if (!settings.Schedules.TryGetValue(question.Schedule, out var schedule))
        {
            return new SwapResult.Unknown("schedule", question.Schedule.Value);
        }

        if (settings.FindPerson(question.Requester) is null)
        {
            return new SwapResult.Refused("requester", null, $"There is no person {question.Requester.Value.Quoted()}.{question.Requester.Value.DidYouMean(settings.People.Keys.Select(id => id.Value))}");
        }

        var now = clock.Now();
        var asked = new SwapRequest
        {
            Id = $"sw-{RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 8)}",
            Schedule = question.Schedule,
            Requester = question.Requester,
            From = question.From,
            To = question.To,
            Reason = question.Reason,
            StaysOpen = question.StaysOpen,
            By = by,
            MadeAt = now,
        };
        if (SwapRules.Ask(asked, schedule.Calendar, now) is SwapDecision.Refused refused)
        {
            return SwapRefusals.Of(refused.Reason, asked, SwapState.Open);
        }

        while (true)
        {
            var book = await store.Load(cancellation);
            var open = book.Swaps.Where(one => one.StateAt(now) == SwapState.Open).ToList();
            if (open.Exists(one => one.Schedule == asked.Schedule && one.Requester == asked.Requester && one.From < asked.To && asked.From < one.To))
            {
                return SwapRefusals.Of(SwapRefusal.IsAskedAlready, asked, SwapState.Open);
            }

            if (open.Count >= MostOpen)
            {
                return new SwapResult.Refused("from", null, $"There are {MostOpen} open requests already. Cancel those nobody needs.");
            }

            if (await store.Save(book, [.. Kept(book, now), asked], cancellation) == SaveResult.Saved)
            {
                return new SwapResult.Done(asked, []);
            }
        }
    }

    /// <summary>Keeps requests that are over for a while, so that the team can see who took what.</summary>
    private static IEnumerable<SwapRequest> Kept(SwapBook book, Instant now)
    {
        var past = book.Swaps
            .Where(one => one.To <= now && now - one.To < Remembered)
            .OrderByDescending(one => one.To).Take(MostPast).ToHashSet();
        return book.Swaps.Where(one => one.To > now || past.Contains(one));
    }
}
