using Microsoft.Extensions.Options;

namespace OrleansGameState.Silo.Storage;

internal sealed class StorageOptionsValidation : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        string[] failures =
        [
            .. Database(options),
            .. Range(nameof(StorageOptions.CheckpointEvery), options.CheckpointEvery, 10, 1_000_000, 1000),
            .. Range(nameof(StorageOptions.Writers), options.Writers, 1, 8, 2),
            .. Range(nameof(StorageOptions.BatchCount), options.BatchCount, 1, 10_000, 500),
            .. Range(nameof(StorageOptions.BatchBytes), options.BatchBytes, 64 << 10, 64 << 20, 1 << 20),
            .. Range(nameof(StorageOptions.QueueCount), options.QueueCount, 100, 1_000_000, 10_000),
            .. Range(nameof(StorageOptions.QueueBytes), options.QueueBytes, 1 << 20, 1 << 30, 64 << 20),
            .. Range(nameof(StorageOptions.CommitTimeoutSeconds), options.CommitTimeoutSeconds, 1, 29, 25),
            .. Range(nameof(StorageOptions.StatementTimeoutSeconds), options.StatementTimeoutSeconds, 1, 29, 10),
        ];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static string[] Database(StorageOptions options) => options is { Provider: StorageProvider.AdoNet, Mode: StorageMode.Memory }
        ? [$"{StorageOptions.Section}:{nameof(StorageOptions.Provider)} is AdoNet, which needs a database, and {StorageOptions.Section}:{nameof(StorageOptions.Mode)} is memory; leave one of them out."]
        : [];

    private static string[] Range(string key, int value, int least, int most, int usual) => value >= least && value <= most
        ? []
        : [$"{StorageOptions.Section}:{key} is {value}; set it from {least} to {most} (default {usual})."];
}
