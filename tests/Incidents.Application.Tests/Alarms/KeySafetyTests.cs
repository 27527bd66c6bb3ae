using Incidents.Domain.Alarms;
using static Incidents.Application.Tests.Alarms.Delivered;

namespace Incidents.Application.Tests.Alarms;

/// <summary>A key tells alarms apart whatever their names hold, and is the same for the same alarm.</summary>
public sealed class KeySafetyTests
{
    [Theory]
    [InlineData("INC#1#META")]
    [InlineData("TargetTracking-service/default/web-app-AlarmHigh-6c1f")]
    [InlineData("emoji 🔥 alarm")]
    [InlineData("\u202Egnp.exe")]
    [InlineData("__proto__")]
    [InlineData("first line\n[ERROR] fake")]
    [InlineData("раyments")]
    [InlineData("a:b:c:d:e:f:g")]
    public void A52_A53_A56_A57_A58_A59_A60_AnyName_IsKeptAsItIs(string name)
    {
        var alarm = Named(name);

        Assert.Equal(name, alarm.Name);
        Assert.Equal($"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:{name}", alarm.Key.Value);
    }

    [Fact]
    public void A54_255Characters_AreNotCut()
    {
        var name = new string('ä', 255);

        Assert.Equal((name, $"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:{name}"), (Named(name).Name, Named(name).Key.Value));
    }

    [Fact]
    public void LongerThanAnyName_IsCutAndStillToldApart()
    {
        var (one, other) = (Named(new string('x', 5000) + "1"), Named(new string('x', 5000) + "2"));

        Assert.Equal(255, one.Name.Length);
        Assert.NotEqual(one.Key, other.Key);
        Assert.InRange(one.Key.Value.Length, 1, 200);
        Assert.Equal("The name was cut from 5001 to 255 characters.", Assert.Single(one.Remarks));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A55_EmptyName_IsThatOfTheArn(string name) =>
        Assert.Equal("checkout-api-cpu-high", Alarm(Metric().With("AlarmName", name)).Name);

    [Fact]
    public void A60_LookAlikeLetters_AreAnotherAlarm() => Assert.NotEqual(Named("payments").Key, Named("раyments").Key);

    [Fact]
    public void A70_Nul_IsKept() => Assert.Equal("a\0b", Alarm(Metric().With("AlarmDescription", "a\0b")).Description);

    [Theory]
    [InlineData("\\ud83d", "\uFFFD")]
    [InlineData("\\uDD25\\uD83D", "\uFFFD\uFFFD")]
    [InlineData("\\ud83d\\udd25", "🔥")]
    [InlineData("\\\\ud83d", "\\ud83d")]
    public void A71_LoneSurrogate_IsReplacedAndAPairIsNot(string written, string expected)
    {
        var body = Metric().With("AlarmDescription", "@").ToJsonString().Replace("\"@\"", $"\"{written}\"", StringComparison.Ordinal);

        Assert.Equal(expected, Alarm(body).Description);
    }

    [Fact]
    public void A71_LoneSurrogateInTheTextItself_IsReplaced() =>
        Assert.Equal("a\uFFFDb", Alarm(Metric().With("AlarmDescription", "a@b").ToJsonString().Replace('@', '\ud83d')).Description);

    [Fact]
    public void A71_LoneSurrogateInAPropertyName_IsNoReasonToThrow() =>
        Assert.Equal("checkout-api-cpu-high", Alarm(Metric().ToJsonString().Insert(1, "\"\\ud83d\":1,")).Name);

    [Theory]
    [InlineData("EU (Ireland)", "eu-west-1")]
    [InlineData("EU - Ireland", "eu-west-1")]
    [InlineData("Europe (Ireland)", "eu-west-1")]
    [InlineData("US East (N. Virginia)", "us-east-1")]
    [InlineData("US-East-2", "us-east-2")]
    [InlineData("South America (São Paulo)", "sa-east-1")]
    [InlineData("China (Ningxia)", "cn-northwest-1")]
    [InlineData("AWS GovCloud (US-East)", "us-gov-east-1")]
    [InlineData("AWS GovCloud (US-West)", "us-gov-west-1")]
    public void RegionOfABodyWithoutArn_ComesFromItsDisplayName(string display, string code) =>
        Assert.Equal(code, Legacy("a", display).Origin?.Region);

    [Fact]
    public void KeyWithoutArn_EqualsTheOneLaterMessagesCarry() => Assert.Equal(Alarm(Metric()).Key, Alarm(Metric().Without("AlarmArn")).Key);

    [Fact]
    public void KeyWithoutArnInAnUnknownRegion_IsTheDocumentedStandIn()
    {
        Assert.Equal("alarm:123456789012:Moon%20%28Mare%20Crisium%29:a:b", Legacy("a:b", "Moon (Mare Crisium)").Key.Value);
        Assert.NotEqual(Legacy("b:c", "Moon:a").Key, Legacy("c", "Moon:a:b").Key);
        Assert.Equal(new AlarmOrigin("aws", "", "123456789012"), Legacy("a", "Moon").Origin);
    }

    [Fact]
    public void KeyWithoutArnInARegionOfAnyLength_StaysShort() =>
        Assert.InRange(Legacy("a", string.Concat(Enumerable.Repeat("Moon \uFFFD", 20_000))).Key.Value.Length, 1, 200);

    private static Alarm Named(string name) => Alarm(Metric()
        .With("AlarmName", name)
        .With("AlarmArn", $"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:{name}"));

    private static Alarm Legacy(string name, string region) => Alarm(Metric().Without("AlarmArn").With("AlarmName", name).With("Region", region));
}
