using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Adapters.CommandLine.Slack;
using Incidents.Application;
using Incidents.Application.Actions;
using Incidents.Application.Alarms;
using Incidents.Application.Alarms.Sns;
using Incidents.Application.DueWork;
using Incidents.Application.Heartbeats;
using Incidents.Application.Intake;
using Incidents.Application.Links;
using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Runbooks;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Cards;
using Incidents.Application.Slack.Inbound;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Scenarios.Tests;
using Incidents.Web.Preview;
using Incidents.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Incidents.Web.Tests;

/// <summary>The console, the API and the preview on a free port, with real use cases over a store in memory.</summary>
internal sealed class WebAppFixture : IAsyncDisposable
{
    public const string Token = "test-token-of-the-api";

    private readonly WebApplication app;
    private readonly LoopbackInteractions interactions = new();

    private WebAppFixture(string? previewFile, string? keys, ISigningCertificates? certificates, Action<IServiceCollection>? parts)
    {
        Preview = new SlackPreview(previewFile, Clock);
        var secret = new SlackSigningSecret("secret of the tests");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddSingleton<TimeProvider>(Clock)
            .AddInMemoryStores()
            .AddSingleton(Store.Store)
            .AddConfiguration(Configuration)
            .AddSingleton(RunbookFolder.From([("checkout.md", TestConfiguration.Runbook)]).Library)
            .AddSingleton<FindPublicAddress>(_ => ValueTask.FromResult<Uri?>(Origin))
            .AddSingleton(AlarmAllowList.Any)
            .AddSingleton(Preview)
            .AddSingleton(Outbox)
            .AddSingleton<ISlackWebhook>(Preview)
            .AddSingleton<INotificationChannel>(new SlackWebhookChannel(Preview, () => new CardLinks("tests", Origin), Clock))
            .AddSingleton<IFallback, NoFallback>()
            .AddSingleton(new SlackRequestVerifier(new SlackSignature(secret)))
            .AddSingleton(_ => new SlackInteractions(new SlackHosts(Origin)))
            .AddSingleton(new SlackInstallation("tests", WebhookTeam: null))
            .AddSingleton(new SnsMessageVerifier(certificates ?? new NoCertificates(), new HashSet<string> { TestConfiguration.Topic }))
            .AddSingleton(new SlackPreviewSettings(() => Origin, secret, interactions.Deliver))
            .AddIncidents()
            .AddInteractions()
            .AddIncidentsWeb(new WebSettings { ApiToken = Token, KeysDirectory = keys });
        parts?.Invoke(builder.Services);
        app = builder.Build();
        app.MapIncidentsWeb();
        app.MapSlackPreview();
        app.MapOutbox();
        app.MapPost("/slack/interactions", AnswerSlack);
    }

    public JumpingClock Clock { get; } = new(Instant.FromUtc(2026, 9, 14, 3, 12));

    public FailingStore Store { get; } = FailingStore.Around(new InMemoryIncidentStore());

    public TestConfiguration Configuration { get; } = new();

    public SlackPreview Preview { get; }

    public Outbox Outbox { get; } = new();

    public LogLines Log { get; } = new();

    public Uri Origin => new(app.Urls.First());

    public static async Task<WebAppFixture> Open(
        string? previewFile = null, string? keys = null, ISigningCertificates? certificates = null, Action<IServiceCollection>? parts = null)
    {
        var house = new WebAppFixture(previewFile, keys, certificates, parts);
        await house.app.StartAsync();
        await house.Get<TickHeartbeat>().Beat(CancellationToken.None);
        return house;
    }

    public Browser Browse() => new(Origin);

    /// <summary>A client that may use the API and sees redirects as they are.</summary>
    public HttpClient Api()
    {
        var client = Bare();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return client;
    }

    public HttpClient Bare() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Origin };

    public async Task<IncidentNumber> Fire(string name, string description = "") =>
        (await Send(AlarmBody.Metric(name, "ALARM", Clock.Now(), description: description))).Incident!.Incident.Number;

    public Task<AlarmOutcome> Recover(string name) => Send(AlarmBody.Metric(name, "OK", Clock.Now()));

    public Task<AlarmOutcome> Send(string body) => Get<ReceiveAlarm>().Handle(AlarmMessages.Read(body, Clock.Now())[0], CancellationToken.None);

    public async Task<IncidentNumber> Declare(string title, string service = "checkout")
    {
        var result = await Get<DeclareIncident>().Handle(title, new ServiceId(service), severity: null, new Actor("ana", "Ana", Via.CommandLine), CancellationToken.None);
        return Assert.IsType<DeclareResult.Opened>(result).Incident.Incident.Number;
    }

    public Task<ChangeResult> Acknowledge(IncidentNumber number) =>
        Get<AcknowledgeIncident>().Handle(number, new Actor("ana", "Ana", Via.CommandLine), CancellationToken.None);

    public Task<ChangeResult> Resolve(IncidentNumber number, string? note = null) =>
        Get<ResolveIncident>().Handle(number, new Actor("ana", "Ana", Via.CommandLine), ResolveReason.Fixed, confirmed: true, note, CancellationToken.None);

    public Task<ChangeResult> Note(IncidentNumber number, string text) =>
        Get<AddNote>().Handle(number, new Actor("ana", "Ana", Via.CommandLine), text, CancellationToken.None);

    public async Task Pass(Duration time)
    {
        Clock.Jump(time);
        await Get<DueIncidentProcessor>().Run(NodaTime.Instant.MaxValue, CancellationToken.None);
        await Get<TickHeartbeat>().Beat(CancellationToken.None);
    }

    public async Task<Incident> Look(IncidentNumber number) => (await Store.Store.Load(number, null, CancellationToken.None))!.Incident;

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        interactions.Dispose();
    }

    private static async Task<IResult> AnswerSlack(HttpRequest request, AnswerInteraction answer)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var headers = request.Headers.SelectMany(header => header.Value, (header, value) => KeyValuePair.Create(header.Key, value ?? ""));
        return TypedResults.StatusCode(await answer.Handle(new SlackRequest(request.Method, headers, body.ToArray()), CancellationToken.None));
    }

    private sealed class NoCertificates : ISigningCertificates
    {
        public Task<X509Certificate2?> Get(Uri address, CancellationToken cancellation) =>
            Task.FromResult<X509Certificate2?>(null);
    }
}

/// <summary>Short ways to talk JSON.</summary>
internal static class Talk
{
    public static Task<HttpResponseMessage> PostJson(this HttpClient client, string path, string json) =>
        client.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));

    public static async Task<JsonElement> Json(this HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();

    public static async Task<JsonElement> GetJson(this HttpClient client, string path) => await (await client.GetAsync(path)).Json();

    /// <summary>Asserts a problem document and hands it out.</summary>
    public static async Task<JsonElement> Problem(this HttpResponseMessage response, int status)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Json();
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        return problem;
    }
}
