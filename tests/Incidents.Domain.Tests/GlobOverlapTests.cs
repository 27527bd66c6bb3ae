using Incidents.Domain;

namespace Incidents.Domain.Tests;

public class GlobOverlapTests
{
    [Theory]
    [InlineData("checkout-*", "*-queue-*", "checkout-queue-")]
    [InlineData("a*", "*b", "ab")]
    [InlineData("a?c", "?b?", "abc")]
    [InlineData("*", "?", "x")]
    [InlineData("ab*", "a*", "ab")]
    [InlineData("x", "x", "x")]
    public void Example_OfPatternsThatMeet_FitsBoth(string left, string right, string name)
    {
        Assert.Equal(name, GlobOverlap.Example(new Glob(left), new Glob(right)));
        Assert.Equal(name.Length, GlobOverlap.Example(new Glob(right), new Glob(left))?.Length);
        Assert.True(new Glob(left).Matches(name) && new Glob(right).Matches(name));
    }

    [Theory]
    [InlineData("checkout-*", "payments-*")]
    [InlineData("*-a", "*-b")]
    [InlineData("a?", "a")]
    [InlineData("a*b", "a?c*d")]
    [InlineData("*x", "y?z")]
    public void Example_OfPatternsThatNeverMeet_IsNone(string left, string right) => Assert.Null(GlobOverlap.Example(new Glob(left), new Glob(right)));
}
