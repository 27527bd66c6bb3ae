using Incidents.Application.Runbooks;

namespace Incidents.Application.Tests.Runbooks;

public class RunbookMentionTests
{
    [Theory]
    [InlineData("checkout-api average CPU above 80%. Runbook: https://runbooks.example.com/checkout/cpu", "https://runbooks.example.com/checkout/cpu")]
    [InlineData("runbook=<https://example.com/a?b=c#d>, team=payments", "https://example.com/a?b=c#d")]
    [InlineData("PLAYBOOK : https://example.com/a.", "https://example.com/a")]
    [InlineData("Runbook: https://10.1.2.3/wiki", "https://10.1.2.3/wiki")]
    public void In_SafeAddress_IsALink(string description, string link)
    {
        var mention = RunbookMention.In(description);

        Assert.Equal((new Uri(link), null), (mention!.Link, mention.Note));
    }

    [Theory]
    [InlineData("")]
    [InlineData("No such thing here")]
    [InlineData("The runbook is in the wiki: https://example.com")]
    [InlineData("Runbook:")]
    [InlineData("Runbook: alb-5xx")]
    public void In_NoAddress_IsNull(string description) => Assert.Null(RunbookMention.In(description));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("mailto:a@example.com")]
    public void A73_Script_IsDroppedWithANote(string address) => IsDropped(address, "only https and mailto links are shown");

    [Fact]
    public void A74_File_IsDroppedWithANote() => IsDropped("file:///etc/passwd", "only https and mailto links are shown");

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data", "only https and mailto links are shown")]
    [InlineData("https://169.254.169.254/latest/meta-data", "it leads to a local or metadata address")]
    [InlineData("https://2852039166/", "it leads to a local or metadata address")]
    [InlineData("https://0xA9FEA9FE/", "it leads to a local or metadata address")]
    [InlineData("https://[fd00:ec2::254]/", "it leads to a local or metadata address")]
    [InlineData("https://[::ffff:169.254.169.254]/", "it leads to a local or metadata address")]
    [InlineData("https://127.0.0.1:8080/", "it leads to a local or metadata address")]
    [InlineData("https://[::1]/", "it leads to a local or metadata address")]
    [InlineData("https://localhost./", "it leads to a local or metadata address")]
    public void A75_MetadataOrLocalAddress_IsDroppedWithANote(string address, string why) => IsDropped(address, why);

    [Theory]
    [InlineData("../../secret")]
    [InlineData("/etc/passwd")]
    [InlineData("docs/%2e%2e/secret")]
    public void A76_Path_IsDroppedWithANote(string address) => IsDropped(address, "it is not a full https address or leaves its folder");

    [Theory]
    [InlineData("https://user:password@example.com/")]
    [InlineData("https://example.com@evil.example/")]
    [InlineData("https://@example.com/")]
    public void A77_UserInfo_IsDroppedWithANote(string address) => IsDropped(address, "it carries a user name");

    [Theory]
    [InlineData("https:evil.example")]
    [InlineData("https://")]
    [InlineData("https:\\\\evil.example")]
    [InlineData("https://example.com/\u202ea")]
    public void Malformed_IsDroppedWithANote(string address) => IsDropped(address, "it is not a valid address");

    private static void IsDropped(string address, string why)
    {
        var mention = RunbookMention.In($"Checkout is broken. Runbook: {address}");

        Assert.Null(mention!.Link);
        Assert.Equal($"The runbook in the alarm's description is not shown as a link: {why}.", mention.Note);
    }
}
