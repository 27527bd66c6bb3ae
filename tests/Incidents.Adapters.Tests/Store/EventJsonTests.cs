using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.Tests.Store;

public sealed class EventJsonTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "events");

    private static readonly Type[] EventTypes =
        [.. typeof(IncidentEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(IncidentEvent)) && !t.IsAbstract)];

    private static readonly string[] Names = [.. Directory.GetFiles(Folder).Select(f => Path.GetFileNameWithoutExtension(f)).Order()];

    public static TheoryData<string> Kinds { get; } = [.. Names];

    [Fact]
    public void Kinds_AndFiles_AndEventTypes_AreOneToOne()
    {
        Assert.Equal(EventJson.Names.Order(), Names);
        Assert.Equal(EventTypes.Select(t => t.Name).Order(), Names.Select(kind => Read(File(kind)).GetType().Name).Order());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void File_ReadAndWritten_IsTheSame(string kind)
    {
        var written = JsonNode.Parse(EventJson.Write(Read(File(kind))));

        Assert.True(JsonNode.DeepEquals(File(kind), written), $"{kind}.json reads and writes as {written}");
    }

    [Fact]
    public void V28_Actor_WithTheCallerOfAws_IsStoredWithBoth_AndOneWithoutReadsAsBefore()
    {
        const string Arn = "arn:aws:iam::123456789012:user/ada";
        var file = File("acknowledged");
        Assert.Null(((IncidentAcknowledged)Read(file)).By.Caller);

        file["acknowledged"]!["by"]!["caller"] = Arn;

        Assert.Equal(new Actor("ada", "Ada Lovelace", Via.Slack) { Caller = Arn }, ((IncidentAcknowledged)Read(file)).By);
        Assert.True(JsonNode.DeepEquals(file, JsonNode.Parse(EventJson.Write(Read(file)))));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void File_NamesEveryField(string kind)
    {
        var fields = Read(File(kind)).GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null);

        Assert.Equal(fields.Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Order(), File(kind)[kind]!.AsObject().Select(p => p.Key).Order());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void F36_File_WithAFieldNobodyKnows_StillReads(string kind)
    {
        var newer = File(kind);
        newer[kind]!["addedLater"] = new JsonObject { ["at"] = "2030-01-01T00:00:00Z" };

        Assert.Equal(Text(Read(File(kind))), Text(Read(newer)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void F70_File_WithoutItsOptionalFields_ReadsThemAsAbsent(string kind)
    {
        var context = new NullabilityInfoContext();
        var optional = Read(File(kind)).GetType().GetProperties()
            .Where(p => p.SetMethod is not null && (Nullable.GetUnderlyingType(p.PropertyType) is not null || context.Create(p).ReadState == NullabilityState.Nullable))
            .ToList();
        var older = File(kind);
        optional.ForEach(p => older[kind]!.AsObject().Remove(JsonNamingPolicy.CamelCase.ConvertName(p.Name)));

        var read = Read(older);

        Assert.All(optional, p => Assert.Null(p.GetValue(read)));
    }

    [Fact]
    public void F36_KindNobodyKnows_IsANoteThatNamesIt()
    {
        var read = Read(JsonNode.Parse("""{"videoCallStarted": {"at": "2026-11-21T03:12:07Z", "room": 7}}""")!);

        var note = Assert.IsType<NoteAdded>(read);
        Assert.Equal(NodaTime.Instant.FromUtc(2026, 11, 21, 3, 12, 7), note.At);
        Assert.Contains("videoCallStarted", note.Text, StringComparison.Ordinal);
    }

    private static JsonNode File(string kind) => JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(Folder, $"{kind}.json")))!;

    private static IncidentEvent Read(JsonNode json)
    {
        using var document = JsonDocument.Parse(json.ToJsonString());
        return EventJson.Read(document.RootElement);
    }

    private static string Text(IncidentEvent happened) => EventJson.Write(happened);
}
