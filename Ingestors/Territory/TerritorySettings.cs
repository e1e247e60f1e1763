using System.Collections.Immutable;
using System.Globalization;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>What follows from valid <see cref="TerritoryOptions"/>.</summary>
internal sealed record TerritorySettings(
    string Environment,
    string ServiceId,
    Uri StreamUrl,
    Uri? RestUrl,
    ImmutableSortedSet<int> Worlds,
    ImmutableSortedSet<uint> Zones,
    TimeSpan PollInterval,
    int CacheLagSeconds,
    int CharacterCacheSize,
    bool IsLive)
{
    public const string DefaultStreamUrl = "wss://push.planetside2.com/streaming";
    public const string DefaultRestUrl = "https://census.daybreakgames.com";

    private const string CasualServiceId = "example";

    public static readonly ImmutableArray<string> Environments = ["ps2", "ps2ps4us", "ps2ps4eu"];
    public static readonly ImmutableArray<string> EventNames = ["FacilityControl", "PlayerFacilityCapture", "ContinentLock", "MetagameEvent"];

    private static readonly ImmutableSortedSet<int> KnownWorlds = [1, 10, 13, 17, 19, 24, 25, 40];
    private static readonly ImmutableSortedSet<uint> Continents = [2, 4, 6, 8, 344];

    /// <summary>A connection that brings nothing for this long is dead: the service sends a heartbeat every 30 s.</summary>
    public TimeSpan SilenceBeforeReconnect { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>True where the options ask for the live feed rather than for the bundled recording.</summary>
    public static bool AsksForLive(TerritoryOptions options) =>
        !string.IsNullOrWhiteSpace(options.ServiceId) || !string.IsNullOrWhiteSpace(options.StreamUrl);

    public static TerritorySettings From(TerritoryOptions options, bool isLive)
    {
        var serviceId = string.IsNullOrWhiteSpace(options.ServiceId) ? CasualServiceId : WithoutPrefix(options.ServiceId);
        var stream = string.IsNullOrWhiteSpace(options.StreamUrl) ? DefaultStreamUrl : options.StreamUrl;
        var rest = options.RestUrl ?? DefaultRestUrl;
        var worlds = Split(options.Worlds).Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToImmutableSortedSet();
        var zones = Split(options.Zones).Select(id => uint.Parse(id, CultureInfo.InvariantCulture)).ToImmutableSortedSet();
        return new(
            options.Environment,
            serviceId,
            new Uri($"{stream}?environment={options.Environment}&service-id=s:{serviceId}"),
            string.IsNullOrWhiteSpace(rest) ? null : new Uri(rest.TrimEnd('/')),
            worlds.IsEmpty ? KnownWorlds : worlds,
            zones.IsEmpty ? Continents : zones,
            TimeSpan.FromSeconds(options.MapPollSeconds),
            options.CacheLagSeconds,
            options.CharacterCacheSize,
            isLive);
    }

    public static string WithoutPrefix(string serviceId) =>
        serviceId.Trim() is var id && id.StartsWith("s:", StringComparison.Ordinal) ? id[2..] : id;

    public static IEnumerable<string> Split(string[]? ids) =>
        (ids ?? []).SelectMany(text => (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Static zones must be listed; instances of dynamic ones come and go.</summary>
    public bool Follows(uint zoneId) => ZoneIds.IsDynamicInstance(zoneId) || Zones.Contains(zoneId);
}
