using Incidents.Adapters.CommandLine.Inspection;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>Turns a check that AWS did not answer into a finding: what was not checked never counts as good.</summary>
internal static class NotTold
{
    public static async Task<IReadOnlyList<Finding>> Guard(Func<Task<IReadOnlyList<Finding>>> check)
    {
        try
        {
            return await check();
        }
        catch (NotToldException failure)
        {
            return [Of(failure)];
        }
    }

    public static Finding Of(NotToldException failure) => failure switch
    {
        { IsDenied: true } => new Finding(Level.Error, $"you may not {failure.Action}: what it tells was not checked", $"allow {failure.Action} to whoever runs this, or ask somebody who may; it only reads"),
        { Code: "no_credentials" } => new Finding(Level.Error, "there are no AWS credentials that can be used here: nothing could be asked", "set AWS_PROFILE to a profile with keys; or sign in (`aws sso login`) and hand them over: eval \"$(aws configure export-credentials --format env)\""),
        { IsStranger: true } => new Finding(Level.Error, $"AWS does not accept your credentials ({failure.Code})", "sign in again, and look whether this machine's clock is right"),
        { IsSilence: true } => new Finding(Level.Error, $"no answer to {failure.Action}", "look whether this machine reaches AWS, and whether the region is right; then ask again") { IsSilence = true },
        _ => new Finding(Level.Error, $"{failure.Action} answered {failure.Code}: what it tells was not checked", "ask again in a minute"),
    };
}
