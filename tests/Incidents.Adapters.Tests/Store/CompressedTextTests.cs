using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Items;
using Incidents.Tests;

namespace Incidents.Adapters.Tests.Store;

public sealed class CompressedTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("Ünïcödé 🔥 \0 \n")]
    public void Pack_ThenUnpack_IsTheSame(string text)
    {
        Assert.Equal(text, Unpack(CompressedText.Pack(Encoding.UTF8.GetBytes(text), room: -1)));
        Assert.Equal(text, Unpack(CompressedText.Pack(Encoding.UTF8.GetBytes(text), room: 1_000)));
    }

    [Fact]
    public void Pack_WhatFitsTheRoom_StaysLegible()
    {
        Assert.Equal("{\"is\":1}", CompressedText.Pack("{\"is\":1}"u8, room: 8).S);
        Assert.Null(CompressedText.Pack("{\"is\":1}"u8, room: 7).S);
    }

    [Fact]
    public void Pack_OfNoise_HardlyGrows()
    {
        var noise = RandomNumberGenerator.GetBytes(300_000);

        var packed = CompressedText.Pack(noise, room: 0);

        Assert.InRange(packed.B.Length, 0, 301_000);
        Assert.Equal(noise, CompressedText.Unpack(packed));
    }

    [Theory]
    [InlineData("metric-alarm.json")]
    [InlineData("composite-alarm.json")]
    [InlineData("metric-math-alarm.json")]
    public void Pack_OfAnAlarmMessage_TakesLessThanAThirdOfIt(string message)
    {
        var text = Encoding.UTF8.GetBytes(Payload.Text($"cloudwatch/{message}"));

        Assert.InRange(CompressedText.Pack(text, room: 0).B.Length, 1, text.Length / 3);
    }

    [Fact]
    public void Primer_IsTheOneEverythingWasPackedWith() =>
        Assert.Equal("3a54724c6ce9b4f80057915cb38cf882438e5575689e4de39d927000035095c7", Convert.ToHexStringLower(SHA256.HashData(CompressionDictionary.Text)));

    [Fact]
    public void Unpack_OfWhatTheFirstVersionPacked_StillReads() =>
        Assert.Equal(
            """{"events":[{"pageSent":{"page":2,"person":"ada","channel":"slack","attempts":1,"at":"2026-11-21T03:12:08.1234567Z"}}]}""",
            Unpack(new AttributeValue { B = new MemoryStream(Convert.FromBase64String("AasmvuRJTAH1Q4gufAwNdY0MQwyMrQyNrAws9AyNjE1MzcwhPXYA")) }));

    [Fact]
    public void Unpack_OfAFormatOfTheFuture_SaysSo()
    {
        var failure = Assert.Throws<InvalidDataException>(() => CompressedText.Unpack(new AttributeValue { B = new MemoryStream([2, 1, 0]) }));

        Assert.Contains("packed format 2", failure.Message, StringComparison.Ordinal);
    }

    private static string Unpack(AttributeValue packed) => Encoding.UTF8.GetString(CompressedText.Unpack(packed));
}
