using Microsoft.Extensions.Options;

namespace OrleansGameState.Ingestors.Replay;

internal sealed class ReplayOptionsValidation : IValidateOptions<ReplayOptions>
{
    public ValidateOptionsResult Validate(string? name, ReplayOptions options)
    {
        var problems = Problems(options).Select(problem => $"{ReplayOptions.Section}:{problem}").ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(ReplayOptions options)
    {
        foreach (var file in options.Files ?? [])
        {
            if (RecordingFiles.Find([file]).IsEmpty)
            {
                yield return $"Files names '{file}', which is not there; give a path relative to the working directory or to the program, or leave Files out.";
            }
        }

        if (!(options.Speed is >= 0 and <= 1000))
        {
            yield return $"Speed is {options.Speed}; set it to 0 (as fast as possible) to 1000.";
        }

        if (options is { Speed: 0, Loop: true })
        {
            yield return "Loop cannot be had with Speed 0, which has no pace to loop at; set Speed above 0.";
        }
    }
}
