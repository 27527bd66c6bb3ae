using Incidents.Application.Configuration;

namespace Incidents.Application.Notices;

/// <summary>Posts to the team once that the newest configuration cannot be used; the last good one stays in force meanwhile.</summary>
/// <remarks>The console shows a banner for as long as it lasts. Another mistake is posted again; the same one after it was mended, too.</remarks>
public sealed class InvalidConfigurationNotifier(IOnCallConfigurationProvider configuration, TeamNotice notice)
{
    private string? told;

    /// <summary>Checks, and posts when there is something new. A configuration that was never valid is not reported here: loading it throws.</summary>
    public async Task Handle(CancellationToken cancellation)
    {
        try
        {
            await configuration.Current(cancellation);
        }
        catch (InvalidConfigurationException)
        {
            return;
        }

        var problem = configuration.Problem?.ToString();
        if (Interlocked.Exchange(ref told, problem) == problem || configuration.Problem is not { } broken)
        {
            return;
        }

        var mistakes = broken.Problems.Where(p => !p.IsWarning).ToList();
        await notice.Tell(
            $"The newest on-call configuration has {(mistakes.Count == 1 ? "a mistake" : $"{mistakes.Count} mistakes")} and is not in force. Pages go by the last good one.\n{mistakes[0]}",
            cancellation);
    }
}
