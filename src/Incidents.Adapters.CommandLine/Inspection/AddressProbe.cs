namespace Incidents.Adapters.CommandLine.Inspection;

/// <summary>What an address answered, whatever it was.</summary>
/// <param name="Skew">How far the other clock is ahead of this one, to about a second; null when the answer has no date.</param>
public sealed record AddressAnswer(int Status, TimeSpan? Skew);

/// <summary>Asks an address for anything at all, unsigned: whether it can be reached, and what time it is there.</summary>
public static class AddressProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>Null when nothing answers within five seconds.</returns>
    public static async Task<AddressAnswer?> Ask(Uri address, TimeProvider clock, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Patience };
        try
        {
            using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return new AddressAnswer((int)response.StatusCode, response.Headers.Date is { } date ? date - clock.GetUtcNow() : null);
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
