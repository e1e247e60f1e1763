namespace OrleansGameState.Standins.Tests.Orleans.Storage;

[GenerateSerializer]
[Immutable]
public sealed record PurseView(
    [property: Id(0)] int Coins, [property: Id(1)] bool RecordExists, [property: Id(2)] string? Etag, [property: Id(3)] Guid Activation);
