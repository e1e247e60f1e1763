using Microsoft.Extensions.Options;

namespace OrleansGameState.Ingestors.StarSystems;

internal sealed class StarSystemOptionsValidation : IValidateOptions<StarSystemOptions>
{
    public ValidateOptionsResult Validate(string? name, StarSystemOptions options)
    {
        var problems = Problems(options).Select(problem => $"{StarSystemOptions.Section}:{problem}").ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(StarSystemOptions options)
    {
        if (!IsEndpoint(options.EddnEndpoint))
        {
            yield return $"EddnEndpoint is '{options.EddnEndpoint}'; set it to tcp://host:port, such as tcp://eddn.edcd.io:9500, or leave it out to do without.";
        }

        if (!IsEndpoint(options.TickDetectorEndpoint))
        {
            yield return $"TickDetectorEndpoint is '{options.TickDetectorEndpoint}'; set it to tcp://host:port, such as tcp://infomancer.uk:5551, or leave it out to do without.";
        }

        if (!string.IsNullOrWhiteSpace(options.SystemsFile) && !File.Exists(options.SystemsFile))
        {
            yield return $"SystemsFile is '{options.SystemsFile}', which is not there; give a path relative to the working directory, or leave it out.";
        }
    }

    private static bool IsEndpoint(string? endpoint) =>
        string.IsNullOrWhiteSpace(endpoint)
        || (Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
            && uri is { Scheme: "tcp", Port: > 0, PathAndQuery: "" or "/", Fragment: "", UserInfo: "" }
            && uri.Host.Length > 0);
}
