using Incidents.Adapters.Aws;
using Incidents.Adapters.CommandLine.Inspection;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Stacks;

/// <summary>The account and region of AWS that a command works in, with the credentials of its user.</summary>
internal static class AwsSession
{
    /// <param name="asked">The region the command line names; null takes the environment's or the profile's.</param>
    /// <returns>What is wrong, instead, when there is no such place.</returns>
    public static (string Region, string? Problem) Region(CommandHost host, string? asked)
    {
        if ((asked ?? UserRegion.Find(host.Variable)) is not { Length: > 0 } region || !region.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            return ("", "in which region is the stack? Name it with --region, such as eu-west-1, or set AWS_REGION");
        }

        return (region, AwsService.Misdirected(host.Variable));
    }

    /// <summary>The services there.</summary>
    public static AwsAccount Account(CommandHost host, string region) =>
        new(service => service.In(region, host.Variable), AwsCredentials.Of(host.Keys), host.Clock);

    /// <summary>Prints why a call to AWS failed.</summary>
    /// <returns>The exit code.</returns>
    public static int Complain(CommandHost host, UnreportedException failure) =>
        failure.IsSilence ? Complaint.NoAnswer(host, $"{UnreportedProblem.Of(failure)}") : Complaint.Refused(host, $"{UnreportedProblem.Of(failure)}");
}
