using Microsoft.Extensions.Options;

namespace OrleansGameState.Ingestors.Sectors;

internal sealed class SectorOptionsValidation : IValidateOptions<SectorOptions>
{
    private const int MostPlayers = 200;

    private static readonly string[] Modes = [SectorOptions.Auto, SectorOptions.On, SectorOptions.Off];

    public ValidateOptionsResult Validate(string? name, SectorOptions options)
    {
        var problems = Problems(options).Select(problem => $"{SectorOptions.Section}:{problem}").ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(SectorOptions options)
    {
        if (!Modes.Contains(options.Demo, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"Demo is '{options.Demo}'; set it to {SectorOptions.Auto}, {SectorOptions.On} or {SectorOptions.Off}.";
        }

        if (options.DemoPlayers is < 1 or > MostPlayers)
        {
            yield return $"DemoPlayers is {options.DemoPlayers}; set it to 1 to {MostPlayers}, or Demo to {SectorOptions.Off}.";
        }
    }
}
