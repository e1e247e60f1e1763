using Orleans.Streams;

namespace Orleans.Standin;

internal sealed class Consumer<T>(IAsyncObserver<T> observer) : IConsumer
{
    public Task OnNextAsync(StreamItem item) => observer.OnNextAsync((T)item.Item, item.Token);

    public Task OnErrorAsync(Exception exception) => observer.OnErrorAsync(exception);
}
