using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Standin;

/// <summary>What the host registered: tells which services are singletons.</summary>
internal sealed record SiloServiceCollection(IServiceCollection Services);
