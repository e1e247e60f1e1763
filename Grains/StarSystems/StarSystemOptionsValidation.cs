using System.Globalization;
using Microsoft.Extensions.Options;

namespace OrleansGameState.Grains.StarSystems;

internal sealed class StarSystemOptionsValidation : IValidateOptions<StarSystemOptions>
{
    public ValidateOptionsResult Validate(string? name, StarSystemOptions options) => options.ExpansionTaxDrop is >= 0.01m and <= 0.5m
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail(string.Create(
            CultureInfo.InvariantCulture,
            $"{StarSystemOptions.Section}:{nameof(StarSystemOptions.ExpansionTaxDrop)} is {options.ExpansionTaxDrop}; set it from 0.01 to 0.5 (default 0.12)."));
}
