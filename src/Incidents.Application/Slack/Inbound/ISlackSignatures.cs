namespace Incidents.Application.Slack.Inbound;

/// <summary>The signatures that count at present; which those are changes when a secret is rotated.</summary>
public interface ISlackSignatures
{
    /// <summary>Returns the signature check with the secrets as they were last read.</summary>
    ValueTask<SlackSignature> Current(CancellationToken cancellation);

    /// <summary>Asked after a signature that fits none of the secrets: those of newer ones, or null when there are none.</summary>
    /// <remarks>Strangers can cause this, so it looks for newer ones at most once a minute.</remarks>
    ValueTask<SlackSignature?> Renewed(CancellationToken cancellation);
}
