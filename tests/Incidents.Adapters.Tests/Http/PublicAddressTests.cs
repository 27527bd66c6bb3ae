using System.Net;
using Incidents.Adapters.Http;

namespace Incidents.Adapters.Tests.Http;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("52.29.238.212")]
    [InlineData("2a05:d014:1::1")]
    [InlineData("::ffff:52.29.238.212")]
    public void Is_AnAddressOfTheInternet_True(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("64:ff9b::169.254.169.254")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("64:ff9b:1::a9fe:a9fe")]
    [InlineData("2002:a9fe:a9fe::1")]
    [InlineData("192.88.99.1")]
    [InlineData("fec0::1")]
    [InlineData("feff::1")]
    [InlineData("::169.254.169.254")]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2")]
    public void V36_Is_AnAddressThatStandsForAnother_False(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:169.254.169.254")]
    public void Is_APrivateOrReservedAddress_False(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));
}
