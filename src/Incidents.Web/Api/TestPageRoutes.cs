using Incidents.Application.Configuration;
using Incidents.Application.TestPages;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<Microsoft.AspNetCore.Http.HttpResults.Ok<Incidents.Web.Api.TestPageResource>, Incidents.Web.Api.ApiProblem>;

namespace Incidents.Web.Api;

/// <summary>Test messages: who asks gets the answers of the channels at once, and the receipts by asking again.</summary>
internal static class TestPageRoutes
{
    private const int LongestId = 100;

    public static IEndpointConventionBuilder MapTestPages(this IEndpointRouteBuilder routes)
    {
        var tests = routes.MapGroup("/test-pages");
        tests.MapGet("/", Confirmed);
        tests.MapPost("/", Send);
        tests.MapGet("/{id}", Show);
        return tests;
    }

    private static async Task<Ok<ConfirmedListResource>> Confirmed(ITestPageStore store, IOnCallConfigurationProvider configuration, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        var confirmed = await store.LastConfirmed(cancellation);
        return TypedResults.Ok(new ConfirmedListResource([.. settings.People.Values.Where(person => person.IsActive)
            .Select(person => new ConfirmedResource(person.Id.Value, person.Name, confirmed.TryGetValue(person.Id.Value, out var at) ? at : null))]));
    }

    private static async Task<Answer> Send(HttpRequest request, SendTestPage send)
    {
        using var body = await JsonBody.Read(request, "person", "allChannels", "asleep");
        var person = body.Text("person", LongestId);
        var (all, asleep) = (body.Flag("allChannels"), body.Flag("asleep"));
        if (body.Problem is { } problem)
        {
            return ApiProblem.Of(problem);
        }

        if (person is null)
        {
            return ApiProblem.Of(new Lists.FieldProblem("person", "is missing"));
        }

        return await send.Handle(new PersonId(person), all, asleep, CancellationToken.None) is { } page
            ? TypedResults.Ok(TestPageResource.Of(page))
            : new ApiProblem(404, $"There is no active person \"{person}\" in the configuration.", Field: "person");
    }

    private static async Task<Answer> Show(string id, ITestPageStore store, CancellationToken cancellation) => await store.Find(id, cancellation) is { } page
        ? TypedResults.Ok(TestPageResource.Of(page))
        : new ApiProblem(404, "There is no such test page; they are kept for a week.", Field: "id");
}

/// <param name="Items">All active people.</param>
internal sealed record ConfirmedListResource(IReadOnlyList<ConfirmedResource> Items);

/// <param name="ConfirmedAt">When they confirmed a test page last; null when they never have.</param>
internal sealed record ConfirmedResource(string Person, string Name, Instant? ConfirmedAt);

internal sealed record TestPageResource(string Id, string Person, string Name, Instant At, IReadOnlyList<TestedChannelResource> Channels)
{
    /// <summary>True while it waits for the tick of the installation, which sends it within a minute.</summary>
    public bool IsPending { get; init; }

    public static TestPageResource Of(TestPage page) =>
        new(page.Id, page.Person.Value, page.PersonName, page.At, [.. page.Channels.Select(c => TestedChannelResource.Of(c, page))]) { IsPending = page.IsLeft };
}

/// <param name="Status">`sent`, `received`, `late` or `failed`.</param>
/// <param name="ReceivedAfterSeconds">Null while it is not confirmed.</param>
/// <param name="CanBeConfirmed">False where the message could hold no link.</param>
/// <param name="Answer">Why the channel did not take it; null when it did.</param>
internal sealed record TestedChannelResource(string Channel, string Status, long? ReceivedAfterSeconds, bool CanBeConfirmed, string? Answer)
{
    /// <summary>Whether it was loud; null where the person was not asked or has not said.</summary>
    public bool? WasLoud { get; init; }

    public static TestedChannelResource Of(TestedChannel channel, TestPage page)
    {
        var after = channel.ReceivedAt - page.At;
        var status = after is { } took ? took > TestPage.InTime ? "late" : "received" : channel.Failure is null ? "sent" : "failed";
        return new TestedChannelResource(channel.Channel, status, (long?)after?.TotalSeconds, channel.CanBeConfirmed, channel.Failure) { WasLoud = channel.WasLoud };
    }
}
