using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.Slack;

/// <summary>Registers the use cases of this folder: presses in Slack are answered.</summary>
public static class InteractionServices
{
    /// <summary>Adds them as singletons. The host adds <see cref="Inbound.SlackRequestVerifier"/>, <see cref="Inbound.SlackInteractions"/> and <see cref="Inbound.SlackInstallation"/>.</summary>
    public static IServiceCollection AddInteractions(this IServiceCollection services) => services
        .AddSingleton<CardActionDispatcher>()
        .AddSingleton<AskToPage>()
        .AddSingleton<AnswerInteraction>();
}
