using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Incidents.EndToEnd.Tests.Attacks;

/// <summary>Where a command asks: what names it, and what is said when that is no incident manager.</summary>
public class AddressTests
{
    [Fact]
    public async Task V34_Url_WhenGivenToACommand_IsWhereItAsks()
    {
        using var sandbox = new Sandbox();
        await sandbox.Up();
        using var elsewhere = new Sandbox { Environment = { ["INCIDENTS_TOKEN"] = await File.ReadAllTextAsync(Path.Combine(sandbox.Data, "token")) } };

        var byOption = await elsewhere.Run("list", "--url", $"http://127.0.0.1:{sandbox.Port}", "--data", elsewhere.Data);
        elsewhere.Environment["INCIDENTS_URL"] = $"http://localhost:{sandbox.Port}/";
        var byVariable = await elsewhere.Run("list", "--data", elsewhere.Data);

        Assert.Equal(new Finished(0, "no incidents", ""), byOption);
        Assert.Equal(new Finished(0, "no incidents", ""), byVariable);
    }

    [Theory]
    [InlineData("incidents.example.com")]
    [InlineData("incidents.example.com:443")]
    [InlineData("localhost:5080")]
    [InlineData("ftp://incidents.example.com")]
    [InlineData("https://someone:secret@incidents.example.com")]
    [InlineData("/incidents")]
    [InlineData("nonsense ")]
    public void V34_Url_WithoutScheme_IsRefusedByTheNameOfWhatHoldsIt(string address)
    {
        var folder = new DataDirectory(new DirectoryInfo(Path.GetTempPath()));

        var (_, token, byOption) = Cli.Connections.Connection.Find(address, folder, _ => "t");
        var (_, _, byVariable) = Cli.Connections.Connection.Find(null, folder, name => name == "INCIDENTS_URL" ? address : "t");

        Assert.Null(token);
        Assert.StartsWith("--url is no address", byOption!.Text, StringComparison.Ordinal);
        Assert.StartsWith("INCIDENTS_URL is no address", byVariable!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", byOption.Text + byVariable.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html", "<!doctype html><title>It works</title>")]
    [InlineData("application/json", "[]")]
    [InlineData("application/json", "{}")]
    [InlineData("application/json", "\"ok\"")]
    [InlineData("application/json", """{"items":{}}""")]
    [InlineData("application/json", """{"items":[1]}""")]
    [InlineData("application/json", """{"number":1,"schedules":7,"items":"x"}""")]
    public async Task V34_Answer_OfAnotherShape_IsOneLine(string type, string body)
    {
        await using var other = await Site.Start(type, body);
        using var sandbox = new Sandbox { Environment = { ["INCIDENTS_TOKEN"] = "t", ["INCIDENTS_URL"] = other.Address } };
        string[][] commands = [["list"], ["show", "1"], ["ack", "1"], ["oncall"], ["heartbeat", "list"]];

        foreach (var command in commands)
        {
            var finished = await sandbox.Run([.. command, "--data", sandbox.Data]);

            Assert.True(finished.Errors.Split('\n').Length == 1 && !finished.Errors.Contains("   at ", StringComparison.Ordinal), $"{string.Join(' ', command)}: {finished.Errors}");
        }
    }

    [Fact]
    public async Task V33_TokenOfTheDataDirectory_GoesNowhereButToTheUpThatRunsOnIt()
    {
        await using var other = await Site.Start("application/json", "{}");
        using var sandbox = new Sandbox();
        var up = await sandbox.UpProcess();

        var refused = await sandbox.Run("list", "--url", other.Address, "--data", sandbox.Data);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("INCIDENTS_TOKEN", Assert.Single(refused.Errors.Split('\n')), StringComparison.Ordinal);

        // What listens where an `up` listened last is not an `up` because of that.
        await Sandbox.Terminate(up);
        sandbox.File("url", other.Address);
        var stopped = await sandbox.Run("list", "--data", sandbox.Data);
        Assert.Equal(3, stopped.ExitCode);
        Assert.Contains("nothing runs on", Assert.Single(stopped.Errors.Split('\n')), StringComparison.Ordinal);
        await sandbox.Run("doctor", "--data", sandbox.Data);
        Assert.DoesNotContain(other.Authorizations, header => header.Length > 0);
    }

    [Theory]
    [InlineData("http://incidents.example.com", false)]
    [InlineData("http://10.0.0.1:5080", false)]
    [InlineData("http://127.0.0.1.example.com", false)]
    [InlineData("https://incidents.example.com", true)]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://[::1]:5080", true)]
    public void V33_Token_OverPlainHttp_GoesToLoopbackAlone(string address, bool isSent)
    {
        var folder = new DataDirectory(new DirectoryInfo(Path.GetTempPath()));

        var (_, token, problem) = Cli.Connections.Connection.Find(address, folder, name => name == "INCIDENTS_TOKEN" ? "t" : null);

        Assert.Equal((isSent ? "t" : null, !isSent), (token, problem?.Text.Contains("plain http", StringComparison.Ordinal) ?? false));
    }

    [Fact]
    public async Task V33_Up_SaysWhereTheTokenIs_AndNotTheToken()
    {
        using var sandbox = new Sandbox();
        var up = await sandbox.UpProcess();
        await Sandbox.Terminate(up);

        var said = await up.StandardOutput.ReadToEndAsync();

        Assert.Contains(Path.Combine(sandbox.Data, "token"), said, StringComparison.Ordinal);
        Assert.DoesNotContain(await File.ReadAllTextAsync(Path.Combine(sandbox.Data, "token")), said, StringComparison.Ordinal);
    }

    /// <summary>A site on this machine that is no incident manager, and keeps what it was sent.</summary>
    private sealed class Site(WebApplication app) : IAsyncDisposable
    {
        public ConcurrentQueue<string> Authorizations { get; } = [];

        public string Address => app.Urls.First();

        public static async Task<Site> Start(string type, string body)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            var site = new Site(app);
            app.Run(context =>
            {
                site.Authorizations.Enqueue(context.Request.Headers.Authorization.ToString());
                context.Response.ContentType = type;
                return context.Response.WriteAsync(body);
            });
            await app.StartAsync();
            return site;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
