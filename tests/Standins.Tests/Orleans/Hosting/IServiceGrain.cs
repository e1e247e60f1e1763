namespace OrleansGameState.Standins.Tests.Orleans.Hosting;

public interface IServiceGrain : IGrainWithStringKey
{
    Task<Guid> Singleton();

    Task<Guid> Scoped();

    Task<Guid> ScopedFromProvider();
}
