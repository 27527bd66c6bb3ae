using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Incidents.Domain;

namespace Incidents.Domain.Tests;

public class GlobTests
{
    [Theory]
    [InlineData("checkout-*", "checkout-api-5xx")]
    [InlineData("*-5xx", "checkout-api-5xx")]
    [InlineData("*api*", "checkout-api-5xx")]
    [InlineData("checkout-api-?xx", "checkout-api-5xx")]
    [InlineData("a*b*c", "a-b-b-c")]
    [InlineData("*", "")]
    [InlineData("", "")]
    [InlineData("TargetTracking-service/*", "TargetTracking-service/default/web-app-AlarmHigh-0f3a")]
    [InlineData("a?c", "a😀c")]
    [InlineData("*", "line one\nline two")]
    [InlineData("a.c", "a.c")]
    [InlineData("[ab]*", "[ab]cd")]
    public void Matches_NameOfThePattern_IsTrue(string pattern, string name) =>
        Assert.True(new Glob(pattern).Matches(name));

    [Theory]
    [InlineData("checkout-*", "Checkout-api")]
    [InlineData("checkout", "checkout-api")]
    [InlineData("api", "checkout-api")]
    [InlineData("a?c", "ac")]
    [InlineData("a*b*c", "a-c-b")]
    [InlineData("", "a")]
    [InlineData("a.c", "abc")]
    [InlineData("[ab]", "a")]
    [InlineData("*a?", "a")]
    public void Matches_OtherName_IsFalse(string pattern, string name) =>
        Assert.False(new Glob(pattern).Matches(name));

    [Fact]
    public void Matches_PatternThatBacktracksInARegex_StaysLinear()
    {
        var glob = new Glob(string.Concat(Enumerable.Repeat("a*", 100)) + "b");
        var name = new string('a', 1_000_000);
        var watch = Stopwatch.StartNew();

        Assert.False(glob.Matches(name));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Matches_AnyPattern_AgreesWithTheDefinition()
    {
        var text = ArbMap.Default.GeneratorFor<int>().Select(i => "ab*?"[Math.Abs(i % 4)]).ArrayOf().Select(a => new string(a));
        Prop.ForAll(text.ToArbitrary(), text.ToArbitrary(), (pattern, name) =>
            new Glob(pattern).Matches(name) == ByDefinition(pattern, name)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Specificity_ExactThenMoreLettersThenStar()
    {
        string[] patterns = ["*", "checkout-*", "checkout-api", "*-5xx", "checkout-api-*"];

        Assert.Equal(
            ["checkout-api", "checkout-api-*", "checkout-*", "*-5xx", "*"],
            patterns.OrderByDescending(p => new Glob(p).Specificity));
    }

    [Fact]
    public void Equality_RunsOfStars_AreOneStar() => Assert.Equal(new Glob("a*b"), new Glob("a***b"));

    private static bool ByDefinition(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        if (pattern.IsEmpty)
        {
            return name.IsEmpty;
        }

        if (pattern[0] == '*')
        {
            return ByDefinition(pattern[1..], name) || (!name.IsEmpty && ByDefinition(pattern, name[1..]));
        }

        return !name.IsEmpty && (pattern[0] == '?' || pattern[0] == name[0]) && ByDefinition(pattern[1..], name[1..]);
    }
}
