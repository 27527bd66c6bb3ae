using Incidents.Application.Links;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Incidents.Application.Tests.Links;

public class ResponderLinksTests
{
    private static readonly IncidentNumber Number = new(142);
    private static readonly Instant Now = Instant.FromUtc(2026, 9, 14, 3, 12);

    private readonly FakeTimeProvider clock = new(Now.ToDateTimeOffset());
    private readonly LinkShelf shelf = new();

    [Fact]
    public async Task Mint_LeadsToThePublicAddress_WithMoreThan128RandomBits()
    {
        var link = await Mint("https://incidents.example.com");

        Assert.Matches("^https://incidents\\.example\\.com/r/[A-Za-z0-9_-]{24}$", link!.AbsoluteUri);
        Assert.NotEqual(link, await Mint("https://incidents.example.com"));
    }

    [Fact]
    public async Task Mint_KeepsAPathOfThePublicAddress() =>
        Assert.StartsWith("https://example.com/incidents/r/", (await Mint("https://example.com/incidents"))!.AbsoluteUri, StringComparison.Ordinal);

    [Fact]
    public async Task Mint_KeepsTheHashAlone_ForADay()
    {
        var token = (await Mint("https://incidents.example.com"))!.Segments[^1];

        var (hash, kept) = Assert.Single(shelf.Kept);
        Assert.Equal(new ResponderLink(Number, new PersonId("ana"), "Ana", Now + Duration.FromHours(24)), kept);
        Assert.Equal(LinkToken.Hash(token), hash);
        Assert.DoesNotContain(token, $"{hash} {kept}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mint_WithoutAPublicAddress_IsNoLink_AndAsksNoStore()
    {
        Assert.Null(await Mint(address: null));
        Assert.Empty(shelf.Kept);
    }

    [Fact]
    public async Task Mint_WhenTheStoreIsDown_IsNoLink()
    {
        shelf.Failure = new StoreUnavailableException("down");

        Assert.Null(await Mint("https://incidents.example.com"));
    }

    [Fact]
    public async Task Mint_WhenTheStoreHangs_IsNoLink_AfterTwoSeconds()
    {
        shelf.Hangs = true;

        var minting = Mint("https://incidents.example.com");
        clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(minting.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Null(await minting.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAA#AAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAA/AAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAÄAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAA\0AAAAAAAAAAA")]
    public void Hash_OfWhatIsNoToken_IsNone(string? text) => Assert.Null(LinkToken.Hash(text));

    private Task<Uri?> Mint(string? address) =>
        new ResponderLinks(shelf, _ => ValueTask.FromResult(address is null ? null : new Uri(address)), clock).Mint(Number, new PersonId("ana"), "Ana", CancellationToken.None);

    private sealed class LinkShelf : ILinkStore
    {
        public Dictionary<string, ResponderLink> Kept { get; } = [];

        public Exception? Failure { get; set; }

        public bool Hangs { get; set; }

        public async Task<SaveResult> Save(string hash, ResponderLink link, CancellationToken cancellation)
        {
            if (Hangs)
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }

            Kept.Add(hash, link);
            return Failure is null ? SaveResult.Saved : throw Failure;
        }

        public Task<ResponderLink?> Find(string hash, CancellationToken cancellation) => Task.FromResult(Kept.GetValueOrDefault(hash));
    }
}
