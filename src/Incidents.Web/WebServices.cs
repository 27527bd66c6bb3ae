using Incidents.Application.Alarms.Sns;
using Incidents.Application.Intake;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Refusals;
using Incidents.Web.Api;
using Incidents.Web.Console;
using Incidents.Web.Lists;
using Incidents.Web.Middleware;
using Incidents.Web.Settings;
using Incidents.Web.Sns;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Incidents.Web;

/// <summary>What the console and the API need to run.</summary>
public static partial class WebServices
{
    private const int LongestAddress = 16 * 1024;
    private const long LargestBody = 1024 * 1024;

    /// <summary>Adds the console and the API. The host adds the use cases with their ports and <see cref="SnsMessageVerifier"/>, and calls <see cref="WebRoutes.MapIncidentsWeb"/>.</summary>
    public static IServiceCollection AddIncidentsWeb(this IServiceCollection services, WebSettings settings)
    {
        services.AddSingleton(settings).AddSingleton<BearerToken>().AddSingleton<CursorSeal>().AddSingleton<IncidentReader>();
        services.TryAddSingleton<DeliverNotification>(s => async message => (await s.GetRequiredService<ReceiveAlarms>().HandleAll([message], CancellationToken.None))[0]);
        services.TryAddSingleton<ReceiveByHand>(s => messages => s.GetService<IAlarmRetries>() is null
            ? s.GetRequiredService<ReceiveAlarms>().HandleAll(messages, CancellationToken.None)
            : s.GetRequiredService<ReceiveFailOpen>().HandleAll(messages, CancellationToken.None));
        services.TryAddSingleton(s => new RefusalCounts(s.GetRequiredService<TimeProvider>(), line => LogRefused(s.GetRequiredService<ILogger<RefusalCounts>>(), line)));
        services.AddRazorComponents();
        services.AddAntiforgery(WriteTokenCookie);
        services.ConfigureHttpJsonOptions(json => ApiJson.Set(json.SerializerOptions));
        services.Configure<KestrelServerOptions>(Limit);

        // At lower levels these tell the address of every request, and those of calendars and links are secrets.
        services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning));

        services.AddDataProtection().SetApplicationName("incidents");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(keys => Keep(keys, settings, provider)));
        return services;
    }

    [LoggerMessage(LogLevel.Warning, "{Line}")]
    private static partial void LogRefused(ILogger log, string line);

    private static void WriteTokenCookie(AntiforgeryOptions options)
    {
        options.SuppressXFrameOptionsHeader = true;
        options.Cookie.Name = "incidents-form";
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;

        // With Strict, a page opened from a link in Slack would get a new cookie and so spoil the forms of all other tabs.
        options.Cookie.SameSite = SameSiteMode.Lax;
    }

    /// <summary>The keys protect only form tokens, and a reader of their directory can read the store beside it: they are stored without encryption.</summary>
    private static void Keep(KeyManagementOptions keys, WebSettings settings, IServiceProvider services)
    {
        keys.XmlEncryptor = new NullXmlEncryptor();
        keys.XmlRepository = settings.KeysDirectory is { } directory
            ? new FileSystemXmlRepository(Directory.CreateDirectory(directory), services.GetRequiredService<ILoggerFactory>())
            : new EphemeralKeyRepository();
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;

        // Long enough that an absurd address meets our own small page and not a bare refusal.
        kestrel.Limits.MaxRequestLineSize = LongestAddress;
    }
}
