namespace Incidents.Adapters.Aws;

/// <summary>Reads parameters so that one which may not be read takes none of the others with it.</summary>
internal static class ParameterReads
{
    /// <summary>All at once; where that is refused, each by itself. A parameter that does not exist is neither found nor refused.</summary>
    /// <exception cref="AwsCallException">None could be read.</exception>
    public static async Task<(Dictionary<string, string> Found, Dictionary<string, AwsCallException> Refused)> Each(this ReadParameters read, IReadOnlyCollection<string> names)
    {
        try
        {
            return (new(await read(names, CancellationToken.None)), []);
        }
        catch (AwsCallException whole) when (!whole.MayPass && whole.Code != "no_credentials" && names.Count > 1)
        {
            var answers = await Task.WhenAll(names.Select(name => One(read, name)));
            return answers.All(answer => answer.Refused is not null)
                ? throw answers[0].Refused!
                : (answers.Where(answer => answer.Value is not null).ToDictionary(answer => answer.Name, answer => answer.Value!),
                    answers.Where(answer => answer.Refused is not null).ToDictionary(answer => answer.Name, answer => answer.Refused!));
        }
    }

    private static async Task<(string Name, string? Value, AwsCallException? Refused)> One(ReadParameters read, string name)
    {
        try
        {
            return (name, (await read([name], CancellationToken.None)).GetValueOrDefault(name), null);
        }
        catch (AwsCallException refused)
        {
            return (name, null, refused);
        }
    }
}
