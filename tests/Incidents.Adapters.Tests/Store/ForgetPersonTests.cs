using System.Text;
using System.Text.RegularExpressions;
using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application.Configuration.Versions;
using Incidents.Configuration.Authoring.Forgetting;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain;
using NodaTime;

namespace Incidents.Adapters.Tests.Store;

/// <summary>Taking a person out of the versions of a configuration that are kept.</summary>
public class ForgetPersonTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private const string Catalogue = """
        # 🔥 the catalogue
        people:
          # broke her leg in May
          ada:
            name: Ada Lovelace   # née Byron
            slack: U0ADA00001
            phone: { number: "+447700900101", type: ios }
            email: ada.lovelace@example.com
            push: { ntfy: lovelace-ntfy }
            notify:
              high: [{ channel: slack }]
            # likes horses
            aws: [countess]
          grace: { name: Grace Hopper, slack: U0GRACE001, phone: "+12025550102" }

        schedules:
          primary:
            time_zone: Etc/UTC
            rotation: weekly
            handoff: MO 09:00
            participants: [ada, grace]   # Ada first: call +44 7700 900-101 before nine
        """;

    private static readonly string[] Personal = ["ada", "lovelace", "U0ADA00001", "7700", "900101", "countess", "Byron", "leg", "horses"];

    private readonly InMemoryConfigurationStore store = new();
    private readonly FixedClock clock = new(Sample.Start);

    [Fact]
    public async Task V37_Forget_OfAPersonOfOldVersions_LeavesNothingPersonalInThem_AndTheOneInForceAsItIs()
    {
        await Push("one", Catalogue);
        await Push("two", Without(Catalogue));
        await Push("three", "people:\n  grace: { name: Grace Hopper }\n# ask lovelace (ADA) or ada-lovelace about this: +44 (7700) 900 101, or 07700 900101\n");
        await Push("now", Without(Catalogue));

        var plan = await Forget("ada");

        Assert.Equal(["three", "one"], plan.Versions.Select(version => version.Kept.Id));
        Assert.False(plan.IsInForce);
        foreach (var id in new[] { "one", "three" })
        {
            var text = await Text(id);
            Assert.All(Personal, word => Assert.DoesNotMatch($"(?i)(?<![a-z]){Regex.Escape(word)}(?![a-z])", text));
            Assert.Contains("Grace Hopper", text, StringComparison.Ordinal);
            Assert.Equal(new Redaction("grace", Sample.Start), (await store.Read(id, None))!.Redacted);
        }

        Assert.Contains("participants: [forgotten-1, grace]", await Text("one"), StringComparison.Ordinal);
        Assert.Contains("+12025550102", await Text("one"), StringComparison.Ordinal);
        Assert.Equal(Without(Catalogue), await Text("now"));
        Assert.Equal(["lovelace-ntfy"], plan.Secrets);
        Assert.Equal(["now", "three", "two", "one"], (await store.History(10, None)).Select(move => move.Version));
    }

    [Fact]
    public async Task V37_Forget_OfAPersonWhoIsInForce_RedactsTheOthers_AndSaysSo()
    {
        await Push("old", Catalogue.Replace("Lovelace", "King", StringComparison.Ordinal));
        await Push("now", Catalogue);

        var plan = await Forget("ada");

        Assert.Equal("old", Assert.Single(plan.Versions).Kept.Id);
        Assert.True(plan.IsInForce);
        Assert.Equal(Catalogue, await Text("now"));
        Assert.DoesNotContain("King", await Text("old"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task V37_Forget_OfANameWithAnApostrophe_FindsItAsYamlWritesIt()
    {
        await Push("one", "people:\n  sean: { name: \"Sean O'Brien\" }\nteams: { web: { name: 'O''Brien and Co' } }\n");
        await Push("now", "people: {}\n");

        await Forget("sean");

        Assert.DoesNotContain("Brien", await Text("one"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task V37_Forget_OfAnEntryWithComments_LeavesNoneOfThem_AndThoseOfOthers()
    {
        await Push("one", """
            people:
              zoe:   # left after a quarrel
                # lives in Baker Street
                name: Zoe
                phone: "+491701234567"
                # private mobile at weekends

              # the next one
              grace: { name: Grace Hopper }
            """);
        await Push("now", "people: {}\n");

        await Forget("zoe");

        Assert.Equal("people:\n  forgotten-1: { name: forgotten-1 }\n\n  # the next one\n  grace: { name: Grace Hopper }", await Text("one"));
    }

    [Theory]
    [InlineData("+49 170–123‑4567")]
    [InlineData("0170\u00A0123\u00A04567")]
    [InlineData("0170_1234567")]
    [InlineData("0170:123 45 67")]
    [InlineData("Roth")]
    [InlineData("Lena")]
    [InlineData("Mueller")]
    [InlineData("Muller")]
    [InlineData("al.mueller@private.example")]
    [InlineData("Müllers")]
    public async Task V37_Forget_OfAWordInAnotherSpelling_FindsIt(string written)
    {
        await Push("one", $"people:\n  al: {{ name: \"Anna-Lena Müller-Roth\", email: al.mueller@example.com, phone: \"+491701234567\" }}\n# ask {written} about it\n");
        await Push("now", "people: {}\n");

        await Forget("al");

        Assert.Matches(@"# ask forgotten-1(@private\.example)? about it", await Text("one"));
    }

    [Fact]
    public async Task V37_Forget_OfANobody_IsNoPlan()
    {
        await Push("one", Catalogue);

        Assert.Null(await new ForgetPerson(store, clock).Look(new PersonId("margaret"), "grace", None));
    }

    [Fact]
    public async Task V37_Forget_OfTwoPeople_GivesEachAWordOfTheirOwn()
    {
        await Push("one", Catalogue);
        await Push("now", "people: {}\n");

        await Forget("ada");
        await Forget("grace");

        Assert.Contains("participants: [forgotten-1, forgotten-2]", await Text("one"), StringComparison.Ordinal);
        Assert.DoesNotContain("Hopper", await Text("one"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task V37_Forget_WhenAnotherVersionWasPutInForceMeanwhile_ChangesNothing()
    {
        await Push("one", Catalogue);
        await Push("now", "people: {}\n");
        var forget = new ForgetPerson(store, clock);
        var plan = (await forget.Look(new PersonId("ada"), "grace", None))!;

        await store.Move(await store.Pointer(None), (await store.Pointer(None)).Next("one", "grace", Sample.Start), None);

        Assert.False(await forget.Handle(plan, None));
        Assert.Equal(Catalogue, await Text("one"));
    }

    [Fact]
    public async Task V37_Redacted_WhenItIsToBeInForce_IsRefusedWithWhy_AndWhenItIsPushedAgain_IsWholeAgain()
    {
        var files = new ConfigurationVersion("", [new ConfigurationFile("config/a.yaml", Encoding.UTF8.GetBytes(Catalogue))]);
        await Push("one", Catalogue);
        await Push("now", "people: {}\n");
        await Forget("ada");

        var refused = Assert.IsType<ConfigurationResult.Invalid>((await store.Read("one", None))!.Load(Sample.Start));
        Assert.Contains("grace", refused.ToString(), StringComparison.Ordinal);

        await store.Keep(files with { Id = "one" }, None);
        Assert.Equal((Catalogue, null), (await Text("one"), (await store.Read("one", None))!.Redacted));
    }

    private static string Without(string catalogue) => Regex.Replace(catalogue, @"  # broke[\s\S]*countess\]\n", "").Replace("[ada, grace]   # Ada first: call +44 7700 900-101 before nine", "[grace]", StringComparison.Ordinal);

    private async Task<ForgetPlan> Forget(string person)
    {
        var forget = new ForgetPerson(store, clock);
        var plan = (await forget.Look(new PersonId(person), "grace", None))!;
        Assert.True(await forget.Handle(plan, None));
        return plan;
    }

    private async Task Push(string id, string text)
    {
        var pointer = await store.Pointer(None);
        await store.Keep(new ConfigurationVersion(id, [new ConfigurationFile("config/a.yaml", Encoding.UTF8.GetBytes(text))]), None);
        await store.Move(pointer, pointer.Next(id, "grace", Sample.Start), None);
    }

    private async Task<string> Text(string id) => Encoding.UTF8.GetString((await store.Read(id, None))!.Files[0].Content.Span);
}
