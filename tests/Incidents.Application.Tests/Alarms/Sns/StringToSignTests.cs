using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Incidents.Application.Alarms.Sns;
using NodaTime;

namespace Incidents.Application.Tests.Alarms.Sns;

public sealed class StringToSignTests
{
    private static readonly JsonElement[] Vectors =
        [.. JsonDocument.Parse(Payload.Text("sns/string-to-sign-vectors.json")).RootElement.GetProperty("vectors").EnumerateArray()];

    public static TheoryData<string> Names => new(Vectors.Select(vector => vector.GetProperty("name").GetString()!));

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_Vector_IsItsTextAndVerifies(string name)
    {
        var vector = Vectors.Single(one => one.GetProperty("name").GetString() == name);
        var expected = vector.GetProperty("string_to_sign").GetString()!;
        var message = Message(vector, expected);

        Assert.Equal(expected, SnsStringToSign.Of(message));
        var bytes = Encoding.UTF8.GetBytes(expected);
        Assert.Equal(vector.GetProperty("utf8_bytes").GetInt32(), bytes.Length);
        Assert.Equal(vector.GetProperty("sha256_hex").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Null(SnsSignature.Refuse(message, KnownCertificates.OfPayloads, Instant.FromUtc(2026, 9, 14, 11, 20)));
        Assert.Equal(SnsRefusal.ForeignSignature, SnsSignature.Refuse(message with { Message = message.Message + " " }, KnownCertificates.OfPayloads, Instant.FromUtc(2026, 9, 14, 11, 20)));
    }

    [Fact]
    public void Of_AnEmptySubject_IsNotThatOfNone() => Assert.NotEqual(
        SnsStringToSign.Of(TestTopic.Notification with { Subject = "" }), SnsStringToSign.Of(TestTopic.Notification with { Subject = null }));

    [Fact]
    public void Of_ANotification_LeavesOutTokenAndLink() => Assert.Equal(
        SnsStringToSign.Of(TestTopic.Notification),
        SnsStringToSign.Of(TestTopic.Notification with { Token = "t", SubscribeUrl = "https://example.com" }));

    /// <summary>The vectors hold the text only: takes it apart at the names it lists.</summary>
    private static SnsHttpMessage Message(JsonElement vector, string text)
    {
        string[] names = [.. vector.GetProperty("fields_in_order").EnumerateArray().Select(name => name.GetString()!)];
        var values = new Dictionary<string, string>();
        var start = 0;
        for (var i = 0; i < names.Length; i++)
        {
            start += names[i].Length + 1;
            var end = i + 1 < names.Length ? text.IndexOf($"\n{names[i + 1]}\n", start, StringComparison.Ordinal) : text.Length - 1;
            values[names[i]] = text[start..end];
            start = end + 1;
        }

        return new()
        {
            Type = values["Type"],
            MessageId = values["MessageId"],
            TopicArn = values["TopicArn"],
            Message = values["Message"],
            Timestamp = values["Timestamp"],
            Subject = values.GetValueOrDefault("Subject"),
            Token = values.GetValueOrDefault("Token"),
            SubscribeUrl = values.GetValueOrDefault("SubscribeURL"),
            SignatureVersion = vector.GetProperty("signature_version").GetString(),
            Signature = vector.GetProperty("signature_base64").GetString(),
        };
    }
}
