using Incidents.Adapters.CommandLine.Inspection;

namespace Incidents.Cli.Stacks;

/// <summary>What a call to AWS that failed means to the user, and what mends it.</summary>
internal sealed record UnreportedProblem(string What, string Fix)
{
    public static UnreportedProblem Of(UnreportedException failure) => failure switch
    {
        { IsDenied: true } => new($"you may not {failure.Action}: what it tells was not checked", $"allow {failure.Action} to whoever runs this, or ask somebody who may; it only reads"),
        { Code: "no_credentials" } => new("there are no AWS credentials that can be used here: nothing could be asked", "set AWS_PROFILE to a profile with keys; or sign in (`aws sso login`) and hand them over: eval \"$(aws configure export-credentials --format env)\""),
        { IsStranger: true } => new($"AWS does not accept your credentials ({failure.Code})", "sign in again, and look whether this machine's clock is right"),
        { IsSilence: true } => new($"no answer to {failure.Action}", "look whether this machine reaches AWS, and whether the region is right; then ask again"),
        _ => new($"{failure.Action} answered {failure.Code}: what it tells was not checked", "ask again in a minute"),
    };

    /// <summary>Both in one line.</summary>
    public override string ToString() => $"{What}: {Fix}";
}
