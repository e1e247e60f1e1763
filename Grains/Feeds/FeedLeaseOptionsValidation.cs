using Microsoft.Extensions.Options;

namespace OrleansGameState.Grains.Feeds;

internal sealed class FeedLeaseOptionsValidation : IValidateOptions<FeedLeaseOptions>
{
    public ValidateOptionsResult Validate(string? name, FeedLeaseOptions options) => options.LeaseSeconds is >= 3 and <= 60
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"{FeedLeaseOptions.Section}:{nameof(FeedLeaseOptions.LeaseSeconds)} is {options.LeaseSeconds}; set it from 3 to 60 (default 10).");
}
