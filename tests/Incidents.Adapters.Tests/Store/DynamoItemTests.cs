using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Items;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.Tests.Store;

/// <summary>What lies in the table, and what becomes of items other versions wrote.</summary>
[Collection(EmbeddedStoreTests.Name)]
public sealed class DynamoItemTests(EmbeddedStore embedded) : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private string table = "";
    private DynamoIncidentStore store = null!;

    public async Task InitializeAsync()
    {
        table = await embedded.NewTable();
        store = new DynamoIncidentStore(embedded.Client, table, new FixedClock(Sample.Start));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Head_ThroughALongLife_StaysWithinOneWriteUnit()
    {
        var incident = await store.Opened();
        for (var i = 0; i < 80; i++)
        {
            incident = await store.Saved(Sample.Note(incident, $"note {i}: the error rate is at {i * 7 % 13} percent and the pool is at {i * 31 % 97}"));

            Assert.InRange(ItemSize.Of(await Item(Keys.Head(incident.Number))), 1, ItemSize.Unit);
        }
    }

    [Fact]
    public async Task Head_OfAnAlarmWithTheLongestNames_StaysUnderTwoUnits()
    {
        var name = string.Concat(Enumerable.Range(0, 127).Select(i => char.ConvertFromUtf32(0x1F300 + (i * 7 % 700))));
        var incident = await store.Opened(Sample.Member(name, "a29eb44b20c4362e"));
        foreach (var i in Enumerable.Range(0, 30))
        {
            incident = await store.Saved(Sample.Note(incident, $"note {i}"));
        }

        Assert.InRange(ItemSize.Of(await Item(Keys.Head(incident.Number))), 1, 2 * ItemSize.Unit);
    }

    [Fact]
    public async Task Joined_WithAllItsChanges_StaysWithinOneWriteUnit()
    {
        var incident = await store.Opened();
        var member = Sample.Joining("checkout-latency-of-the-target-group-behind-the-public-load-balancer", Sample.Start, Severity.Sev1);
        for (var i = 1; i < 30; i++)
        {
            member = member.With(i % 2 == 0 ? Sample.Firing(Sample.Start + Duration.FromSeconds(i * 61)) : Sample.Calm(Sample.Start + Duration.FromSeconds(i * 61)));
        }

        await store.SaveMember(incident.Number, member, expected: null, None);

        Assert.InRange(ItemSize.Of(await Item(Keys.Joined(incident.Number, member.Member))), 1, ItemSize.Unit);
    }

    [Fact]
    public async Task Detail_OfTextThatIsTooLong_IsCutAndSaysSo()
    {
        var noise = new Random(1);
        var text = string.Concat(Enumerable.Range(0, 350_000).Select(_ => (char)noise.Next('!', '~')));

        var incident = await store.Opened(text: text);

        var kept = (await store.Read(incident.Number)).Detail.Message!.Text;
        Assert.Equal(text[..300_000] + " … (cut: 300000 of 350000 bytes are kept)", kept);
    }

    [Fact]
    public async Task Detail_OfTextThatIsTooLong_IsNotCutWithinACharacter()
    {
        var incident = await store.Opened(text: "x" + string.Concat(Enumerable.Repeat("🔥", 80_000)));

        var kept = (await store.Read(incident.Number)).Detail.Message!.Text;

        Assert.StartsWith("x🔥🔥", kept, StringComparison.Ordinal);
        Assert.EndsWith("🔥 … (cut: 300000 of 320001 bytes are kept)", kept, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', kept);
    }

    [Fact]
    public async Task Save_OfHalfACharacter_StoresAReplacementForIt()
    {
        var member = Sample.Member("half \ud83d");
        var incident = await store.Saved(Sample.Note(await store.Opened(member, service: "s\udd25"), "half \ud83d"));
        await store.SaveMember(incident.Number, Sample.Joining("half \ud83d", Sample.Start), expected: null, None);

        Assert.Equal("half \ufffd", Assert.IsType<NoteAdded>((await store.Timeline(incident.Number, None))[^1].Event).Text);
        Assert.Equal(incident.Number, (await store.Known(member, "s\udd25")).Own?.Open);
    }

    [Fact]
    public async Task F36_F71_Save_KeepsWhatANewerVersionAdded()
    {
        var incident = await store.Opened();
        var item = await Item(Keys.Head(incident.Number));
        var body = JsonNode.Parse(item[AttributeNames.Body].S)!;
        body["is"]!["responders"] = new JsonArray("ada", "grace");
        body["is"]!["length"] = incident.TimelineLength + 1;
        body["events"]!.AsArray().Add(JsonNode.Parse("""{"videoCallStarted":{"at":"2026-11-21T03:12:30Z","room":7}}"""));
        item[AttributeNames.Body] = AttributeValues.Text(body.ToJsonString());
        item[AttributeNames.Version] = AttributeValues.Number(2);
        item[AttributeNames.Write] = AttributeValues.Text("a-newer-version");
        item["channel"] = AttributeValues.Text("C024BE91L");
        await embedded.Client.PutItemAsync(table, item, None);

        var read = (await store.Read(incident.Number)).Incident;
        await store.Saved(Sample.Note(read, "after the rollback"));

        var after = await Item(Keys.Head(incident.Number));
        Assert.Equal("C024BE91L", after["channel"].S);
        var kept = JsonNode.Parse(CompressedText.Unpack(after[AttributeNames.Body]))!;
        Assert.True(JsonNode.DeepEquals(body["is"]!["responders"], kept["is"]!["responders"]));
        Assert.Equal(7, (int)kept["events"]![0]!["videoCallStarted"]!["room"]!);
        var notes = (await store.Timeline(incident.Number, None)).Select(e => e.Event).OfType<NoteAdded>().Select(n => n.Text).ToList();
        Assert.Equal(["“videoCallStarted”: written by a newer version of Incidents", "after the rollback"], notes);
    }

    [Fact]
    public async Task F36_Head_OfANewerSchema_IsRefusedAndLeftAlone()
    {
        var incident = await store.Opened();
        var item = await Item(Keys.Head(incident.Number));
        item[AttributeNames.Schema] = AttributeValues.Number(2);
        await embedded.Client.PutItemAsync(table, item, None);

        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Load(incident.Number, null, None));

        Assert.Equal($"{incident.Number} was written by a newer version of Incidents (schema 2, this version reads 1): deploy the newer version again", failure.Message);
    }

    [Fact]
    public async Task F32_Timeline_IgnoresEventsBeyondTheHead()
    {
        var incident = await store.Saved(Sample.Note(await store.Opened(), "kept"));
        var orphan = Chunk.Create(incident.Number, incident.TimelineLength + 1, ["""{"note":{"at":"2026-11-21T03:12:30Z","by":{"id":"ada","name":"Ada","via":"Slack"},"text":"orphan"}}"""], end: null);
        await embedded.Client.UpdateItemAsync(orphan.ToRequest(table), None);

        Assert.Equal("kept", Assert.IsType<NoteAdded>((await store.Timeline(incident.Number, None))[^1].Event).Text);
    }

    [Fact]
    public async Task Load_WithoutTheDetail_NamesTheItem()
    {
        var incident = await store.Opened();
        await embedded.Client.DeleteItemAsync(table, Keys.Detail(incident.Number).ToAttributes(), None);

        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Load(incident.Number, null, None));

        Assert.Contains($"(INC#{incident.Number.Value}, DETAIL in table {table})", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_OfADamagedItem_NamesTheItem()
    {
        var incident = await store.Opened();
        var item = await Item(Keys.Head(incident.Number));
        item[AttributeNames.Body] = new AttributeValue { B = new MemoryStream(Encoding.UTF8.GetBytes("no such format")) };
        await embedded.Client.PutItemAsync(table, item, None);

        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Load(incident.Number, null, None));

        Assert.StartsWith($"the item (INC#{incident.Number.Value}, HEAD) cannot be read: packed format 110 is not known", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExpectChildren_BeyondTheBound_PushesOutTheOldest()
    {
        await store.ExpectChildren(new IncidentNumber(1), [Sample.Member("oldest").Key], None);
        foreach (var parent in Enumerable.Range(2, 5))
        {
            await store.ExpectChildren(new IncidentNumber(parent), [.. Enumerable.Range(0, 90).Select(i => Sample.Member($"child-{parent}-{i}").Key)], None);
        }

        Assert.Null((await store.Known(Sample.Member("oldest"))).ExpectedBy);
        Assert.Equal(new IncidentNumber(6), (await store.Known(Sample.Member("child-6-89"))).ExpectedBy);
    }

    private async Task<Dictionary<string, AttributeValue>> Item(ItemKey key) => (await embedded.Client.GetItemAsync(table, key.ToAttributes(), true, None)).Item;
}
