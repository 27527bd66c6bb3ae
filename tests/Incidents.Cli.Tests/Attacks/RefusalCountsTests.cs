using Incidents.Application.Refusals;
using Incidents.Scenarios.Tests;
using NodaTime;

namespace Incidents.Cli.Tests.Attacks;

public class RefusalCountsTests
{
    private readonly JumpingClock clock = new(Instant.FromUtc(2026, 9, 14, 3, 12));
    private readonly List<string> said = [];
    private readonly RefusalCounts counts;

    public RefusalCountsTests() => counts = new RefusalCounts(clock, said.Add);

    [Fact]
    public void V32_Refusals_OfAMinute_AreOneLineByReason()
    {
        counts.Count(RefusedFor.Signature, "ForeignSignature");
        for (var i = 0; i < 1_000; i++)
        {
            counts.Count(RefusedFor.Signature, "OutsideTimeWindow");
        }

        counts.Count(RefusedFor.Account, "Account 210987654321 is not on the list of accounts.");
        counts.Tell();
        Assert.Equal(["refused: signature 1 (ForeignSignature)"], said);

        clock.Jump(Duration.FromMinutes(1));
        counts.Tell();
        counts.Tell();
        Assert.Equal("refused: signature 1000 (OutsideTimeWindow), account 1 (Account 210987654321 is not on the list of accounts.)", said[^1]);
        Assert.Equal(2, said.Count);
    }

    [Fact]
    public void V32_Refusal_WithASecretOrControlCharacters_IsSaidWithoutThem()
    {
        counts.Count(RefusedFor.Team, "team xoxb-123456789012-abcdefghijkl \u001b[2J\nforged line " + new string('x', 1_000));

        Assert.DoesNotContain("xoxb", Assert.Single(said), StringComparison.Ordinal);
        Assert.DoesNotContain(said[0], char.IsControl);
        Assert.True(said[0].Length < 200);
    }

    [Fact]
    public void V32_Refusal_AfterTheClockWasSetBack_IsStillSaid()
    {
        counts.Count(RefusedFor.User, "Bot");
        clock.Jump(Duration.FromHours(-1));
        counts.Count(RefusedFor.User, "Guest");

        Assert.Equal(2, said.Count);
    }
}
