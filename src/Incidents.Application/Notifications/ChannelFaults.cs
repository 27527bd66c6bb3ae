namespace Incidents.Application.Notifications;

/// <summary>What a channel's refusal means and what mends it, for those who read the timeline.</summary>
internal static class ChannelFaults
{
    /// <summary>The answer, with the fix in brackets where there is one to name.</summary>
    public static string InWords(string answer) => Fix(answer) is { } fix ? $"{answer} ({fix})" : answer;

    private static string? Fix(string answer) => answer switch
    {
        "channel_is_archived" or "is_archived" => "the channel is archived: unarchive it in Slack, or put another channel's webhook in its place",
        "channel_not_found" => "the channel is gone: put another channel's webhook in its place",
        "no_service" or "no_active_hooks" => "the webhook was removed or switched off: make a new one in Slack and put it in its place",
        _ => null,
    };
}
