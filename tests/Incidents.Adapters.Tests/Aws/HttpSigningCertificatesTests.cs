using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Incidents.Adapters.CommandLine.Signing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Incidents.Adapters.Tests.Aws;

public sealed class HttpSigningCertificatesTests : IAsyncLifetime
{
    private static readonly Uri Address = new("https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem");

    private CertificateHost host = null!;
    private HttpSigningCertificates certificates = null!;

    public async Task InitializeAsync()
    {
        host = await CertificateHost.Start();
        certificates = From(host);
    }

    public async Task DisposeAsync()
    {
        certificates.Dispose();
        await host.DisposeAsync();
    }

    [Theory]
    [InlineData("sns.amazonaws.com")]
    [InlineData("sns-signing.af-south-1.amazonaws.com")]
    [InlineData("sns-cn-north-1.amazonaws.com.cn")]
    public async Task Get_ACertificateOfSns_IsFetchedOnce(string name)
    {
        host.Serve(Pem(name));

        var first = await certificates.Get(Address, default);

        Assert.Equal($"CN={name}", first?.Subject);
        Assert.Same(first, await certificates.Get(Address, default));
        Assert.Equal(1, host.Requests);
    }

    [Theory]
    [InlineData("evil.io")]
    [InlineData("sns.amazonaws.com.evil.io")]
    [InlineData("notsns.amazonaws.com")]
    public async Task Get_ACertificateOfAnotherName_IsNone(string name)
    {
        host.Serve(Pem(name));

        Assert.Null(await certificates.Get(Address, default));
    }

    [Fact]
    public async Task Get_Redirected_IsNotFollowed()
    {
        host.Answer = context =>
        {
            context.Response.Redirect(new Uri(host.Origin, "/elsewhere.pem").AbsoluteUri);
            return Task.CompletedTask;
        };

        Assert.Null(await certificates.Get(Address, default));
        Assert.Equal(1, host.Requests);
    }

    [Fact]
    public async Task Get_MoreThanACertificate_IsCutOff()
    {
        host.Serve(new string(' ', 16 * 1024) + Pem("sns.amazonaws.com"));

        Assert.Null(await certificates.Get(Address, default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    public async Task Get_NoCertificate_IsNone(string body)
    {
        host.Serve(body);

        Assert.Null(await certificates.Get(Address, default));
    }

    [Fact]
    public async Task Get_AfterAFailure_TriesAgain()
    {
        host.Answer = context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };
        Assert.Null(await certificates.Get(Address, default));

        host.Serve(Pem("sns.amazonaws.com"));
        Assert.NotNull(await certificates.Get(Address, default));
    }

    [Theory]
    [InlineData(404, "")]
    [InlineData(403, "AccessDenied")]
    [InlineData(200, "<html>")]
    public async Task V36_Get_WhatIsNoCertificate_IsNotFetchedAgainForFiveMinutes(int status, string body)
    {
        var clock = new FakeTimeProvider();
        using var cached = new HttpSigningCertificates(host.Handler(), clock);
        host.Answer = context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        };

        for (var i = 0; i < 20; i++)
        {
            Assert.Null(await cached.Get(Address, default));
        }

        Assert.Equal(1, host.Requests);
        host.Serve(Pem("sns.amazonaws.com"));
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.NotNull(await cached.Get(Address, default));
    }

    [Fact]
    public async Task V36_Get_WithoutAnAnswerTwice_IsLeftInPeaceForSeconds()
    {
        var clock = new FakeTimeProvider();
        using var cached = new HttpSigningCertificates(host.Handler(), clock);
        host.Answer = context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };

        for (var i = 0; i < 20; i++)
        {
            await cached.Get(Address, default);
        }

        Assert.Equal(2, host.Requests);
        host.Serve(Pem("sns.amazonaws.com"));
        clock.Advance(TimeSpan.FromSeconds(15));
        Assert.NotNull(await cached.Get(Address, default));
    }

    [Fact]
    public async Task Get_FromAHostThatIsGone_IsNone()
    {
        await host.DisposeAsync();

        Assert.Null(await certificates.Get(Address, default));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1/x.pem")]
    public async Task Get_FromAPrivateAddress_IsNotEvenTried(string address)
    {
        using var direct = new HttpSigningCertificates();

        Assert.Null(await direct.Get(new Uri(address), default));
    }

    private static HttpSigningCertificates From(CertificateHost host) => new(host.Handler());

    private static string Pem(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return certificate.ExportCertificatePem();
    }
}
