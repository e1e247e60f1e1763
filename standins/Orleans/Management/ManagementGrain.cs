using Orleans.Concurrency;
using Orleans.Standin;
using Orleans.Statistics;

namespace Orleans.Runtime.Management;

/// <summary>Tells about the one silo there is.</summary>
[Reentrant]
internal sealed class ManagementGrain(SiloRuntime silo, ILocalSiloDetails details) : Grain, IManagementGrain
{
    private static readonly TimeSpan Recently = TimeSpan.FromMinutes(10);

    public Task<Dictionary<SiloAddress, SiloStatus>> GetHosts(bool onlyActive = false) =>
        Task.FromResult(new Dictionary<SiloAddress, SiloStatus> { [details.SiloAddress] = silo.Status });

    public Task<MembershipEntry[]> GetDetailedHosts(bool onlyActive = false) => Task.FromResult(new MembershipEntry[]
    {
        new()
        {
            SiloAddress = details.SiloAddress,
            Status = silo.Status,
            ProxyPort = details.GatewayAddress?.Endpoint.Port ?? 0,
            HostName = details.DnsHostName,
            SiloName = details.Name,
            StartTime = silo.StartTime,
            IAmAliveTime = silo.Time.GetUtcNow().UtcDateTime,
        },
    });

    public Task<SiloRuntimeStatistics[]> GetRuntimeStatistics(SiloAddress[] hostsIds) =>
        Task.FromResult(IsAmong(hostsIds) ? new[] { Statistics() } : []);

    public Task<SimpleGrainStatistic[]> GetSimpleGrainStatistics() => Task.FromResult<SimpleGrainStatistic[]>(
    [
        .. silo.Activations.CountBy(a => a.Class.TypeName).Select(group => new SimpleGrainStatistic
        {
            GrainType = group.Key,
            SiloAddress = details.SiloAddress,
            ActivationCount = group.Value,
        }),
    ]);

    public Task<SimpleGrainStatistic[]> GetSimpleGrainStatistics(SiloAddress[] hostsIds) =>
        IsAmong(hostsIds) ? GetSimpleGrainStatistics() : Task.FromResult<SimpleGrainStatistic[]>([]);

    public Task<DetailedGrainStatistic[]> GetDetailedGrainStatistics(string[]? types = null, SiloAddress[]? hostsIds = null) =>
        Task.FromResult<DetailedGrainStatistic[]>(IsAmong(hostsIds)
            ? [.. silo.Activations.Where(a => types?.Contains(a.Class.TypeName) != false).Select(Detail)]
            : []);

    public Task<int> GetTotalActivationCount() => Task.FromResult(silo.Activations.Count());

    public ValueTask<SiloAddress?> GetActivationAddress(IAddressable reference) =>
        new(silo.TryFind(reference.GetGrainId(), out _) ? details.SiloAddress : null);

    private bool IsAmong(SiloAddress[]? hosts) => hosts is null or [] || hosts.Contains(details.SiloAddress);

    private DetailedGrainStatistic Detail(Activation activation) =>
        new() { GrainType = activation.Class.TypeName, SiloAddress = details.SiloAddress, GrainId = activation.GrainId };

    private SiloRuntimeStatistics Statistics()
    {
        var activations = silo.Activations.ToList();
        var since = silo.Now - (long)Recently.TotalMilliseconds;
        return new(
            activations.Count,
            activations.Count(a => a.LastUsed >= since),
            new EnvironmentStatistics(Environment.WorkingSet, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes),
            silo.Time.GetUtcNow().UtcDateTime);
    }
}
