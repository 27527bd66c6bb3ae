namespace Incidents.Application.Slack.BlockKit;

/// <summary>How long things may be, in UTF-16 units.</summary>
/// <remarks>Sources: https://docs.slack.dev/reference/block-kit; the total is not documented, messages were refused near 13,200 (slackapi/bolt-js issue 2509).</remarks>
internal static class SlackLimits
{
    public const int Message = 13_000;
    public const int Blocks = 50;
    public const int TopLevelText = 4_000;
    public const int Header = 150;
    public const int Section = 3_000;
    public const int Elements = 25;
    public const int ButtonText = 75;
    public const int MenuText = 150;
    public const int Options = 100;
    public const int OptionText = 75;
    public const int ConfirmTitle = 100;
    public const int ConfirmText = 300;
    public const int ConfirmAnswer = 30;
}
