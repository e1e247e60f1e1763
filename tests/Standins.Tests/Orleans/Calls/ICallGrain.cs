namespace OrleansGameState.Standins.Tests.Orleans.Calls;

public interface ICallGrain : IGrainWithStringKey
{
    Task<string> Key();

    Task<Money> Echo(Money money);

    ValueTask<int> Add(int left, int right);

    Task Nothing();

    ValueTask NothingAtAll();

    Task<string?> EchoText(string? text);

    Task Throw(string message);

    Task ThrowLater(string message);

    Task<string> AskOther(ICallGrain other);

    Task<ICallGrain> Self();

    Task<string> Overloaded(int number);

    Task<string> Overloaded(string text);

    Task WaitUntilCancelled(CancellationToken cancellationToken);
}
