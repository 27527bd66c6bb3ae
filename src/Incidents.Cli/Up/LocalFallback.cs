using System.Text;
using Incidents.Application.Paging;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using NodaTime.Text;

namespace Incidents.Cli.Up;

/// <summary>What stands for the fallback topic on one machine: a line on the terminal, and the whole message in a file.</summary>
internal sealed class LocalFallback(string file, TextWriter terminal, TimeProvider clock) : IFallback
{
    private readonly Lock writing = new();

    /// <summary>False: a line on a terminal wakes no person.</summary>
    public bool ReachesPeople => false;

    /// <summary>Writes to both: a full disk does not make the line on the terminal fail, nor does a closed terminal keep the message from the file.</summary>
    public Task<DeliveryResult> Publish(FallbackMessage message, CancellationToken cancellation)
    {
        lock (writing)
        {
            var said = Say($"FALLBACK PAGE: {OneLine(message.Subject)}: {OneLine(message.Text)}");
            try
            {
                File.AppendAllText(file, $"{InstantPattern.ExtendedIso.Format(clock.Now())} {OneLine(message.Subject)}\n{message.Text}\n\n", Encoding.UTF8);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                Say($"{file} cannot be written: {refused.Message}");
                return Task.FromResult<DeliveryResult>(said ? new DeliveryResult.Delivered() : new DeliveryResult.Rejected($"neither the terminal nor {file} can be written"));
            }
        }

        return Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered());
    }

    private bool Say(string line)
    {
        try
        {
            terminal.WriteLine(line);
            return true;
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Text from outside may hold what a terminal obeys.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}
