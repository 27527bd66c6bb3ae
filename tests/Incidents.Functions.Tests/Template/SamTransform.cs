using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Incidents.Functions.Tests.Template;

/// <summary>What the transform of CloudFormation makes of the template, by the translator that AWS publishes; the pipeline installs it.</summary>
internal static class SamTransform
{
    private const int NotInstalled = 3;

    /// <summary>Null where the translator is not installed.</summary>
    public static async Task<JsonObject?> Of(string template, IReadOnlyDictionary<string, string> parameters)
    {
        using var process = Start("python3", Path.Combine(AppContext.BaseDirectory, "transform.py"), template);
        if (process is null)
        {
            return null;
        }

        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(parameters));
        process.StandardInput.Close();
        var complaints = process.StandardError.ReadToEndAsync();
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode switch
        {
            0 => JsonNode.Parse(answer)!.AsObject(),
            NotInstalled => null,
            var code => throw new InvalidOperationException($"The translator ended with {code}: {await complaints}"),
        };
    }

    /// <summary>What cfn-lint finds in a file; empty for nothing, null where it is not installed.</summary>
    public static async Task<string?> Findings(string path)
    {
        using var process = Start("cfn-lint", path);
        if (process is null)
        {
            return null;
        }

        process.StandardInput.Close();
        var complaints = process.StandardError.ReadToEndAsync();
        var findings = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? findings : $"{findings}{await complaints}\ncfn-lint ended with {process.ExitCode}";
    }

    private static Process? Start(string program, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = AppContext.BaseDirectory, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
