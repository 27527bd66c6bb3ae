using Incidents.Application.Configuration;
using Incidents.Application.Overrides;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Swaps;
using Incidents.Domain.People;

namespace Incidents.Application.Schedules.Swaps;

/// <summary>Takes an open swap request. The request and the override that carries it out are written together, so the next page knows.</summary>
public sealed class TakeSwap(
    ISwapStore store, IOverrideStore overrideStore, MakeOverride overrides, RuntimeOverrides runtime, IOnCallConfigurationProvider configuration, TimeProvider clock)
{
    /// <param name="taker">Id of the person who steps in.</param>
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<SwapResult> Handle(ScheduleId schedule, string id, PersonId taker, Actor by, CancellationToken cancellation)
    {
        while (true)
        {
            var now = clock.Now();
            var settings = await configuration.Current(cancellation);
            var book = await store.Load(cancellation);
            if (book.Swaps.FirstOrDefault(one => one.Id == id && one.Schedule == schedule) is not { } request || !settings.Schedules.TryGetValue(schedule, out var known))
            {
                return new SwapResult.Unknown("swap", id);
            }

            if (settings.FindPerson(taker) is not { } person)
            {
                return new SwapResult.Refused("taker", null, $"There is no person {taker.Value.Quoted()}.{taker.Value.DidYouMean(settings.People.Keys.Select(one => one.Value))}");
            }

            var draft = await overrides.Draft(
                new OverrideRequest(schedule, OverrideKind.Replace, request.From, request.To, [taker], request.Requester, Layer: null), by, cancellation);
            var decision = SwapRules.Take(request, new SwapTaker(taker, person.IsActive), known.Calendar, (draft as OverrideResult.Made)?.Override.Id ?? "", now);
            if (decision is not SwapDecision.Accepted { Request: var taken })
            {
                return SwapRefusals.Of(((SwapDecision.Refused)decision).Reason, request, request.StateAt(now));
            }

            var others = await overrideStore.Load(cancellation);
            if ((draft as OverrideResult.Refused ?? MakeOverride.Full(others, now)) is { } refused)
            {
                return new SwapResult.Refused(refused.Field, null, refused.Problem);
            }

            if (draft is OverrideResult.Made made
                && await store.Take(book, book.With(taken), others, MakeOverride.With(others, made.Override, now), cancellation) == SaveResult.Saved)
            {
                runtime.Forget();
                return new SwapResult.Done(taken, [.. made.Warnings, .. AlreadyOnCall(person, taken, settings)]);
            }
        }
    }

    private static IEnumerable<string> AlreadyOnCall(Person taker, SwapRequest request, OnCallConfiguration settings) =>
        settings.Schedules.Values
            .Where(schedule => SwapRules.IsOnCall(taker.Id, schedule.Calendar, request))
            .Select(schedule => $"{taker.Name} is on call on {schedule.Definition.Id} in that time already.");
}
