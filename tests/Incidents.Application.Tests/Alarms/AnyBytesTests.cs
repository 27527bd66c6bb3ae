using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Incidents.Application.Alarms;
using NodaTime;

namespace Incidents.Application.Tests.Alarms;

/// <summary>Whatever arrives gives at least one message, and every message gives an answer: never an exception.</summary>
public sealed class AnyBytesTests
{
    private static readonly byte[][] Samples =
    [
        .. from pattern in new[] { "cloudwatch/*.json", "eventbridge/*.json", "sns/lambda-*.json", "sns/sqs-*.json" }
           from file in Directory.GetFiles(Payload.PathOf("."), pattern)
           select File.ReadAllBytes(file),
    ];

    private static readonly string[] Hostile =
        ["\"", "\\", "\\ud800", "{", "}", "[", "]", ":", ",", "null", "-1", "1e999", "\0", "\uFEFF", "ALARM", "arn:::", "true", "\"\"", "🔥"];

    [Fact]
    public void RandomBytes_GiveAnAnswer() =>
        Prop.ForAll<byte[]>(bytes => Answered(bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public void RandomText_GivesAnAnswer() =>
        Prop.ForAll<string>(text => AlarmParser.Parse(Delivered.Message(text ?? "")) is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void CutSamples_GiveAnAnswer()
    {
        var cut = from sample in Gen.Elements(Samples)
                  from length in Gen.Choose(0, sample.Length)
                  select sample[..length];
        Prop.ForAll(cut.ToArbitrary(), Answered).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void MutatedSamples_GiveAnAnswer()
    {
        var mutated = from sample in Gen.Elements(Samples)
                      from at in Gen.Choose(0, sample.Length - 1)
                      from length in Gen.Choose(0, 20)
                      from insert in Gen.Elements(Hostile)
                      select (byte[])[.. sample[..at], .. Encoding.UTF8.GetBytes(insert), .. sample[Math.Min(sample.Length, at + length)..]];
        Prop.ForAll(mutated.ToArbitrary(), Answered).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    /// <summary>Every field of every shape, replaced by every kind of value: the JSON stays whole, so the readers behind it are reached.</summary>
    [Fact]
    public void EveryFieldOfEverySample_MayHoldAnything()
    {
        string[] values = ["null", "true", "0", "-1e999", "\"\"", "\"@half@\"", "\"{\\\"a\\\":1}\"", "[]", "[null,1,\"x\",{}]", "{}", "{\"Arn\":7,\"value\":[]}"];
        foreach (var sample in Samples)
        {
            var root = JsonNode.Parse(sample)!;
            foreach (var (parent, key) in Places(root).ToList())
            {
                var original = Exchange(parent, key, null);
                foreach (var value in values)
                {
                    Exchange(parent, key, JsonNode.Parse(value));
                    var text = root.ToJsonString().Replace("@half@", "\\ud800", StringComparison.Ordinal);
                    Assert.True(Answered(Encoding.UTF8.GetBytes(text)));
                }

                Exchange(parent, key, original);
            }
        }
    }

    private static bool Answered(byte[] bytes)
    {
        var messages = AlarmMessages.Read(bytes, Instant.FromUtc(2026, 9, 14, 12, 0));
        return messages.Count > 0 && messages.All(message => AlarmParser.Parse(message) is not null);
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode? node)
    {
        IEnumerable<(object Key, JsonNode? Child)> children = node switch
        {
            JsonObject map => map.Select(field => ((object)field.Key, field.Value)),
            JsonArray list => list.Select((item, index) => ((object)index, item)),
            _ => [],
        };
        return children.SelectMany(child => Places(child.Child).Prepend((node!, child.Key)));
    }

    private static JsonNode? Exchange(JsonNode parent, object key, JsonNode? value)
    {
        var before = key is int at ? parent[at] : parent[(string)key];
        if (key is int index)
        {
            parent[index] = value;
        }
        else
        {
            parent[(string)key] = value;
        }

        return before;
    }
}
