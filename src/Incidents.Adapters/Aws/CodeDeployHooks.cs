using System.Text.Json;
using Incidents.Application.Deployments;

namespace Incidents.Adapters.Aws;

/// <summary>Tells CodeDeploy how a check of a new version ended.</summary>
/// <remarks>
/// Access that is denied is asked for again, because a permission that was given a moment ago is not known everywhere yet. Source:
/// https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_PutLifecycleEventHookExecutionStatus.html
/// </remarks>
public sealed class CodeDeployHooks(AwsClient client, TimeProvider clock) : IDeployments
{
    private const int MostAttempts = 6;
    private const string Denied = "AccessDeniedException";
    private const string Told = "LifecycleEventAlreadyCompletedException";

    /// <inheritdoc />
    public async Task Report(DeploymentHook hook, bool succeeded, CancellationToken cancellation)
    {
        var call = AwsCall.Json("CodeDeploy_20141006.PutLifecycleEventHookExecutionStatus", Request(hook, succeeded));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await client.Send(call, cancellation);
                return;
            }
            catch (AwsCallException failure) when (failure.Code == Told)
            {
                // An answer that was lost on its way back, or the deployment was stopped: CodeDeploy no longer waits for one.
                return;
            }
            catch (AwsCallException failure) when ((failure.MayPass || failure.Code == Denied) && attempt < MostAttempts)
            {
                await Task.Delay(TimeSpan.FromSeconds(1 << (attempt - 1)), clock, cancellation);
            }
            catch (AwsCallException failure)
            {
                throw new NotReportedException($"codedeploy:PutLifecycleEventHookExecutionStatus for deployment {hook.Deployment} failed: {failure.Code}", failure);
            }
        }
    }

    private static byte[] Request(DeploymentHook hook, bool succeeded)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("deploymentId", hook.Deployment);
            json.WriteString("lifecycleEventHookExecutionId", hook.Execution);
            json.WriteString("status", succeeded ? "Succeeded" : "Failed");
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
