using System.Text;

namespace Incidents.Web.Tests.Api;

/// <summary>Bodies that are JSON by their form, and hold what is no text.</summary>
public class TextTests
{
    [Theory]
    [InlineData("""{"\ud800":"x"}""")]
    [InlineData("""{"title":"x","\udc00\ud800":1}""")]
    [InlineData("""{"title":"\ud800"}""")]
    [InlineData("{\"ti\\u00e9\\ud83dtle\":{}}")]
    public async Task V36_Name_WithHalfASurrogatePair_Is400(string body) => await Refuses("/api/v1/incidents", Encoding.ASCII.GetBytes(body));

    [Theory]
    [InlineData("{\"ti\u00fftle\":\"x\"}")]
    [InlineData("{\"title\":\"x\u00ff\"}")]
    [InlineData("{\"title\":\"\u00c0\u00af\"}")]
    public async Task V36_Body_ThatIsNoUtf8_Is400(string body) => await Refuses("/api/v1/incidents", Encoding.Latin1.GetBytes(body));

    [Theory]
    [InlineData("""{"schedule":{"\ud800":1},"query":{"type":"segments"}}""")]
    [InlineData("""{"schedule":{"name":"\ud800"},"query":{"type":"segments"}}""")]
    [InlineData("""{"schedule":{"layers":[{"\udfff":[]}]},"query":{"type":"\ud800"}}""")]
    public async Task V36_Name_DeepInside_WithHalfASurrogatePair_Is400(string body) => await Refuses("/api/v1/schedules/preview", Encoding.ASCII.GetBytes(body));

    private static async Task Refuses(string path, byte[] body)
    {
        await using var house = await WebAppFixture.Open();
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");

        await (await house.Api().PostAsync(path, content)).Problem(400);
    }
}
