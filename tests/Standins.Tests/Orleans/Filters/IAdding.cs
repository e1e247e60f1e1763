namespace OrleansGameState.Standins.Tests.Orleans.Filters;

public interface IAdding<T> : IGrainWithStringKey
{
    Task<T> Add(T left, T right);
}
