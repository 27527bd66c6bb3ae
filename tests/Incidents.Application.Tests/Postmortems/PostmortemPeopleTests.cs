using Incidents.Application.Postmortems;
using Incidents.Domain;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Tests.Postmortems;

/// <summary>A draft names roles. It never names people.</summary>
public class PostmortemPeopleTests
{
    private static readonly string[] People = ["Ada Quillfeather", "U012ADA", "ada@example.com", "@ada", "Will Mark-Østby", "May"];

    [Theory]
    [InlineData("Ada Quillfeather restarted it")]
    [InlineData("ada quillfeather restarted it")]
    [InlineData("Quillfeather restarted it")]
    [InlineData("it was Ada.")]
    [InlineData("asked <@U012ADA> and ada@example.com")]
    [InlineData("ping @ada")]
    [InlineData("ADA QUILLFEATHER/Ada")]
    public void Write_NamePlantedAnywhere_DoesNotAppear(string text)
    {
        var draft = PostmortemDraft.Write(PostmortemSamples.Checkout() with
        {
            Title = text,
            Service = text,
            Alarms = [new PostmortemAlarm(text, text, null)],
            Timeline = [new PostmortemEntry(PostmortemSamples.At(12, 0, 0), text, PostmortemRole.OnCallResponder)],
            Runbooks = [new PostmortemRunbook(text, text)],
            Pages = [new PostmortemPage(PostmortemRole.OnCallResponder, text, PostmortemSamples.At(12, 0, 0))],
            People = People,
        });

        Assert.DoesNotContain("Quillfeather", draft, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("U012ADA", draft, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(?i)\\bada\\b", draft);
        Assert.Contains("a responder", draft, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("It will mark the queue and may stop")]
    [InlineData("Canada and Adam are fine")]
    [InlineData("nothing to hide")]
    public void Write_WordThatOnlyLooksLikeAName_Stays(string text) => Assert.Contains(
        text,
        PostmortemDraft.Write(PostmortemSamples.Checkout() with { Timeline = [new PostmortemEntry(PostmortemSamples.At(12, 0, 0), text)], People = People }),
        StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("ada", "the on-call responder")]
    [InlineData("grace", "a responder")]
    [InlineData("slack:U99", "a member of the workspace")]
    [InlineData("system", "Incidents")]
    public void Of_Actor_IsARoleWithoutTheName(string id, string words) =>
        Assert.Equal(words, PostmortemRoles.Of(new Actor(id, "Ada Quillfeather", Via.Slack), new HashSet<PersonId> { new("ada") }).InWords());
}
