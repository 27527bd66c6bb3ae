using System.Collections.Concurrent;
using System.Net;
using Amazon.Runtime;
using Incidents.Adapters.Aws;
using Incidents.Adapters.CommandLine.Inspection;
using Incidents.Cli.Doctor;
using Incidents.Cli.Doctor.Stack;
using Incidents.Domain.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Incidents.Cli.Tests.Doctor.Stack;

/// <summary>All of AWS and the stack's own API on one free loopback port: a healthy stack, but for what a test changes.</summary>
internal sealed class AccountDouble : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Dictionary<string, Func<HttpContext, Task>> changed = [];

    private AccountDouble(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    public ConcurrentQueue<string> Asked { get; } = [];

    public static async Task<AccountDouble> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var account = new AccountDouble(app);
        app.Run(account.Answer);
        await app.StartAsync();
        return account;
    }

    /// <summary>Answers an action with something else from now on.</summary>
    public void Change(string action, string body, int status = 200) => changed[action] = context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    };

    public void Change(string action, Func<HttpContext, Task> answer) => changed[action] = answer;

    /// <summary>Answers an action as when all is well, but for one text in it.</summary>
    public void Spoil(string action, string text, string by)
    {
        var healthy = HealthyStack.Answer(action, "", Address)!;
        Assert.Contains(text, healthy, StringComparison.Ordinal);
        Change(action, healthy.Replace(text, by, StringComparison.Ordinal));
    }

    public async Task<IReadOnlyList<Finding>> Look(OnCallConfiguration? configuration = null, GetAwsCredentials? credentials = null, TimeProvider? clock = null, TimeSpan? patience = null)
    {
        var time = clock ?? TimeProvider.System;
        using var account = new AwsAccount(
            service => new AwsEndpoint(Address, "eu-west-1", service.Signing),
            credentials ?? (() => Task.FromResult(new ImmutableCredentials("AKIAIOSFODNN7EXAMPLE", "canary/K7MDENG/bPxRfiCYEXAMPLEKEY", null))),
            time,
            patience,
            pause: TimeSpan.FromMilliseconds(1));
        return await new DeployedStack(account, _ => Address, time).Look("incidents", "eu-west-1", configuration, CancellationToken.None);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var action = ActionOf(context.Request, body);
        Asked.Enqueue(action);
        if (changed.TryGetValue(action, out var answer))
        {
            await answer(context);
        }
        else if (HealthyStack.Answer(action, body, Address) is { } healthy)
        {
            await context.Response.WriteAsync(healthy);
        }
        else
        {
            context.Response.StatusCode = (int)HttpStatusCode.NotFound;
        }
    }

    private static string ActionOf(HttpRequest request, string body) =>
        request.Headers["X-Amz-Target"].ToString() is { Length: > 0 } target ? target[(target.LastIndexOf('.') + 1)..]
        : request.Path == "/v2/email/account" ? "GetAccount"
        : request.Path == "/slack/interactions" ? "Press"
        : request.Method == "POST" ? QueryHelpers.ParseQuery(body)["Action"].ToString()
        : "Root";
}
