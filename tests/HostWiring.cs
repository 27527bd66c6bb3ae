using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Tests;

/// <summary>What a host registers and its container cannot make is found here, and not at night.</summary>
internal static class HostWiring
{
    /// <summary>Fails with the name and reason of each registered service of the product that cannot be resolved.</summary>
    public static async Task AssertResolves(IServiceCollection services)
    {
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await AssertResolves(services, provider);
    }

    /// <summary>The same for a container that the host has built itself.</summary>
    public static async Task AssertResolves(IServiceCollection services, IServiceProvider provider)
    {
        await using var scope = provider.CreateAsyncScope();
        var ours = services.Select(descriptor => descriptor.ServiceType).Where(type => type.FullName!.StartsWith("Incidents.", StringComparison.Ordinal)).Distinct().ToList();

        var unresolved = ours.Select(service => Fault(scope.ServiceProvider, service)).OfType<string>().ToList();

        Assert.NotEmpty(ours);
        Assert.True(unresolved.Count == 0, string.Join('\n', unresolved));
    }

    private static string? Fault(IServiceProvider provider, Type service)
    {
        try
        {
            provider.GetRequiredService(service);
            return null;
        }
        catch (InvalidOperationException missing)
        {
            return $"{service.FullName}: {missing.Message}";
        }
    }
}
