using Microsoft.Extensions.DependencyInjection;

namespace OrleansGameState.Standins.Tests.Orleans.Hosting;

public sealed class ServiceGrain([FromKeyedServices("one")] SomeService singleton, [FromKeyedServices("each")] SomeService scoped) : Grain, IServiceGrain
{
    public Task<Guid> Singleton() => Task.FromResult(singleton.Id);

    public Task<Guid> Scoped() => Task.FromResult(scoped.Id);

    public Task<Guid> ScopedFromProvider() => Task.FromResult(ServiceProvider.GetRequiredKeyedService<SomeService>("each").Id);
}
