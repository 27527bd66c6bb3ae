using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Incidents.Adapters.Http;
using Incidents.Application.Alarms.Sns;

namespace Incidents.Adapters.CommandLine.Signing;

/// <summary>
/// Fetches the certificates of SNS and keeps them. That they are Amazon's rests on TLS to a host of SNS, whose name the caller
/// has checked; the name inside the certificate is a second lock. An address names one certificate for good, so none is fetched twice.
/// One that gave no certificate of SNS is not asked again for minutes, nor for seconds one that gave no answer twice: an address in a message costs strangers nothing.
/// </summary>
/// <remarks>Every failure is a null. The timeout runs on real time: it guards a socket.</remarks>
public sealed class HttpSigningCertificates : ISigningCertificates, IDisposable
{
    private const int LongestPem = 16 * 1024;
    private const int MostKept = 32;

    private static readonly TimeSpan Connect = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterSilence = TimeSpan.FromSeconds(15);
    private const int MostFailures = 1_000;

    private readonly ConcurrentDictionary<Uri, X509Certificate2> kept = new();
    private readonly ConcurrentDictionary<Uri, Failure> failures = new();
    private readonly HttpMessageInvoker http;
    private readonly TimeProvider clock;

    /// <summary>Makes one that reaches public addresses only and follows no redirects.</summary>
    public HttpSigningCertificates()
        : this(GuardedHandler.Create(Connect))
    {
    }

    internal HttpSigningCertificates(HttpMessageHandler handler, TimeProvider? clock = null) => (http, this.clock) = (new(handler), clock ?? TimeProvider.System);

    /// <inheritdoc />
    public async Task<X509Certificate2?> Get(Uri address, CancellationToken cancellation)
    {
        if (kept.TryGetValue(address, out var known))
        {
            return known;
        }

        if (failures.TryGetValue(address, out var failure) && failure.IsFresh(clock))
        {
            return null;
        }

        if (await Download(address, cancellation) is not { } pem)
        {
            return Remember(address, failure is null ? TimeSpan.Zero : AfterSilence);
        }

        if (Read(pem) is not { } certificate)
        {
            return Remember(address, AfterRefusal);
        }

        failures.TryRemove(address, out _);
        return kept.Count < MostKept ? kept.GetOrAdd(address, certificate) : certificate;
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private X509Certificate2? Remember(Uri address, TimeSpan time)
    {
        if (failures.Count >= MostFailures)
        {
            failures.Clear();
        }

        failures[address] = new Failure(clock.GetTimestamp(), time);
        return null;
    }

    /// <returns>Null without an answer, or with one that says to come back; empty when there is no certificate at the address.</returns>
    private async Task<string?> Download(Uri address, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Answer);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var response = await http.SendAsync(request, limit.Token);
            if (!response.IsSuccessStatusCode)
            {
                return (int)response.StatusCode is >= 500 or 408 or 429 ? null : "";
            }

            await using var body = await response.Content.ReadAsStreamAsync(limit.Token);
            var buffer = new byte[LongestPem + 1];
            var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, limit.Token);
            return length > LongestPem ? "" : Encoding.ASCII.GetString(buffer, 0, length);
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <param name="At">By the clock that is never set.</param>
    private sealed record Failure(long At, TimeSpan Time)
    {
        public bool IsFresh(TimeProvider clock) => clock.GetElapsedTime(At) < Time;
    }

    private static X509Certificate2? Read(string pem)
    {
        try
        {
            var certificate = X509Certificate2.CreateFromPem(pem);
            return NamesOf(certificate).Any(IsOfSns) ? certificate : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static IEnumerable<string> NamesOf(X509Certificate2 certificate) => certificate.Extensions
        .OfType<X509SubjectAlternativeNameExtension>()
        .SelectMany(extension => extension.EnumerateDnsNames())
        .Append(certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false));

    // sns.amazonaws.com, sns.{region}…, sns-{region}… and sns-signing.{region}… are all in use, by age of the region.
    private static bool IsOfSns(string name) =>
        (name.StartsWith("sns.", StringComparison.Ordinal) || name.StartsWith("sns-", StringComparison.Ordinal))
        && (name.EndsWith(".amazonaws.com", StringComparison.Ordinal) || name.EndsWith(".amazonaws.com.cn", StringComparison.Ordinal));
}
