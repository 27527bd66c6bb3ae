using Incidents.Application.Links;
using Incidents.Application.Time;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Application.TestPages;

/// <summary>Records the receipt when a person opens the link of a test message and confirms it.</summary>
public sealed class ConfirmReceipt(ILinkStore links, ITestPageStore store, TimeProvider clock)
{
    /// <summary>Reads the test behind a link without changing it.</summary>
    /// <returns>Null when the link opens no test.</returns>
    public async Task<ReceiptView?> Show(string? token, CancellationToken cancellation) => await Find(token, cancellation) is ({ } link, { } page) ? View(link, page) : null;

    /// <summary>Confirms the message that held the link, and with <paramref name="alsoCall"/> the call, which can hold none.</summary>
    /// <returns>Null when the link opens no test.</returns>
    public Task<ReceiptView?> Confirm(string? token, bool alsoCall, CancellationToken cancellation) => Confirm(token, alsoCall, wasLoud: null, cancellation);

    /// <summary>The same, with the answer to "was it loud?".</summary>
    /// <returns>Null when the link opens no test.</returns>
    public async Task<ReceiptView?> Confirm(string? token, bool alsoCall, bool? wasLoud, CancellationToken cancellation)
    {
        if (await Find(token, cancellation) is not ({ } link, { } page))
        {
            return null;
        }

        var now = clock.Now();
        await store.Receive(page.Id, link.Receipt!.Channel, now, cancellation);
        if (page.AsksLoud && wasLoud is { } loud)
        {
            await store.Judge(page.Id, link.Receipt.Channel, loud, cancellation);
        }

        await store.Confirm(page.Person, now, cancellation);
        if (alsoCall && page.Channels.Any(c => c.Channel == ChannelKind.Voice))
        {
            await store.Receive(page.Id, ChannelKind.Voice, now, cancellation);
        }

        return await store.Find(page.Id, cancellation) is { } after ? View(link, after) : null;
    }

    private async Task<(ResponderLink? Link, TestPage? Page)> Find(string? token, CancellationToken cancellation) =>
        LinkToken.Hash(token) is { } hash
        && await links.Find(hash, cancellation) is { Receipt: { } receipt } link
        && clock.Now() < link.ExpiresAt
        && await store.Find(receipt.TestPage, cancellation) is { } page
            ? (link, page)
            : default;

    private static ReceiptView View(ResponderLink link, TestPage page) => new(
        link.PersonName,
        link.Receipt!.Channel,
        Of(page, link.Receipt.Channel)?.ReceivedAt,
        link.Receipt.Channel != ChannelKind.Voice && Of(page, ChannelKind.Voice) is { Failure: null, ReceivedAt: null })
    {
        AsksLoud = page.AsksLoud,
        WasLoud = Of(page, link.Receipt.Channel)?.WasLoud,
    };

    private static TestedChannel? Of(TestPage page, string channel) => page.Channels.FirstOrDefault(c => c.Channel == channel);
}

/// <summary>What the page behind the link of a test message shows.</summary>
/// <param name="ReceivedAt">Null while it is not confirmed.</param>
/// <param name="AsksForCall">A call was made too, which is not confirmed yet.</param>
public sealed record ReceiptView(string PersonName, string Channel, Instant? ReceivedAt, bool AsksForCall)
{
    /// <summary>The person is asked whether it was loud.</summary>
    public bool AsksLoud { get; init; }

    /// <summary>What they said; null while they have not.</summary>
    public bool? WasLoud { get; init; }
}
