using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.TestPages;

/// <summary>Registers the use cases of this folder: test pages.</summary>
public static class TestPagesServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddTestPages(this IServiceCollection services) => services
        .AddSingleton<SendTestPage>()
        .AddSingleton<ConfirmReceipt>()
        .AddSingleton<TestBeforeShifts>();
}
