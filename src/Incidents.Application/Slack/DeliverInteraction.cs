namespace Incidents.Application.Slack;

/// <summary>Posts an interaction to the endpoint that takes them, as Slack does. For the local preview: Slack itself needs no help.</summary>
/// <param name="endpoint">On loopback.</param>
/// <param name="timestamp">Value of the header with the time of signing.</param>
/// <param name="signature">Value of the header with the signature.</param>
/// <returns>The HTTP status; null when there was no answer in Slack's three seconds.</returns>
public delegate Task<int?> DeliverInteraction(Uri endpoint, ReadOnlyMemory<byte> form, string timestamp, string signature, CancellationToken cancellation);
