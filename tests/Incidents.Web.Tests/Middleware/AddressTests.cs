using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Incidents.Web.Tests.Middleware;

/// <summary>W1 to W14: addresses, methods and headers that nobody offers.</summary>
public class AddressTests
{
    [Theory]
    [InlineData("W1", "/../../etc/passwd")]
    [InlineData("W2", "/%2e%2e/")]
    [InlineData("W5", "/.git/config")]
    [InlineData("W6", "/swagger")]
    public async Task Address_ThatIsNotOurs_Is404WithASmallPage(string line, string target)
    {
        await using var house = await WebAppFixture.Open();

        var (status, body) = await Send(house, "GET", target);

        Assert.True(status == 404 && body.Length < 4_096, $"{line}: {status}, {body.Length} bytes");
        Assert.DoesNotContain("   at ", body);
    }

    [Fact]
    public async Task W3_Address_WithNul_IsRefusedByTheServerItself()
    {
        await using var house = await WebAppFixture.Open();

        Assert.Equal((400, ""), await Send(house, "GET", "/incidents/%00"));
    }

    [Fact]
    public async Task W4_Address_Of8Kilobytes_Is404WithASmallPage()
    {
        await using var house = await WebAppFixture.Open();

        var (status, body) = await Send(house, "GET", "/" + new string('a', 8 * 1024));

        Assert.Equal(404, status);
        Assert.True(body.Length < 4_096);
    }

    [Theory]
    [InlineData("W7", "TRACE", "/", "")]
    [InlineData("W8", "GET", "/incidents/INC-1/acknowledge", "")]
    [InlineData("W9", "GET", "/incidents/INC-1/acknowledge", "X-HTTP-Method-Override: POST")]
    [InlineData("W9 DELETE", "GET", "/incidents/INC-1/acknowledge", "X-HTTP-Method: DELETE")]
    public async Task Method_ThatIsNotOffered_Is405(string line, string method, string target, string header)
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");

        var (status, _) = await Send(house, method, target, header);

        Assert.True(status == 405, $"{line}: {status}");
    }

    [Theory]
    [InlineData("W13", "X-User-Id: admin")]
    [InlineData("W14", "X-Amzn-Oidc-Identity: admin")]
    public async Task Header_ThatClaimsSomething_IsIgnored(string line, string header)
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");

        var (status, body) = await Send(house, "GET", "/incidents/INC-1", header);

        Assert.True(status == 200, $"{line}: {status}");
        Assert.DoesNotContain("forged.example", body);
        Assert.DoesNotContain("203.0.113.7", body);
    }

    [Theory]
    [InlineData("W10", "Host: forged.example", 421)]
    [InlineData("W11", "X-Forwarded-Host: forged.example", 404)]
    [InlineData("W12", "X-Forwarded-For: 203.0.113.7", 404)]
    public async Task Header_OfAnotherName_OpensNothingOfTheConsole(string line, string header, int expected)
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");

        var (status, body) = await Send(house, "GET", "/incidents/INC-1", header);

        Assert.True(status == expected, $"{line}: {status}");
        Assert.DoesNotContain("checkout", body);
        Assert.DoesNotContain("forged.example", body);
    }

    /// <summary>Written by hand, because clients tidy such addresses up before they send them.</summary>
    private static async Task<(int Status, string Body)> Send(WebAppFixture house, string method, string target, string header = "")
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, house.Origin.Port);
        await using var stream = socket.GetStream();
        var host = header.StartsWith("Host:", StringComparison.Ordinal) ? "" : $"Host: {house.Origin.Authority}\r\n";
        var extra = header.Length == 0 ? "" : header + "\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{method} {target} HTTP/1.1\r\n{host}{extra}Connection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync();
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture), answer[(end + 4)..]);
    }
}
