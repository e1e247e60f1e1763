using Orleans.Streams;

namespace Orleans.Standin;

internal sealed class SubscriptionHandle<T>(StreamChannel channel, Subscription subscription) : StreamSubscriptionHandle<T>
{
    private bool _isUsed;

    public override StreamId StreamId => channel.Id;

    public override string ProviderName => channel.Provider;

    public override Guid HandleId => subscription.Id;

    public override Task UnsubscribeAsync()
    {
        Use();
        subscription.End();
        Activation.Current?.Parts.Consumers?.Remove(subscription.Id);
        return Task.CompletedTask;
    }

    public override Task<StreamSubscriptionHandle<T>> ResumeAsync(IAsyncObserver<T> observer, StreamSequenceToken? token = null)
    {
        ArgumentNullException.ThrowIfNull(observer);
        if (token is not null)
        {
            throw NotInThisBuild.Error("A subscription that begins in the past");
        }

        Use();
        subscription.Attach(Activation.Current, new Consumer<T>(observer));
        return Task.FromResult<StreamSubscriptionHandle<T>>(new SubscriptionHandle<T>(channel, subscription));
    }

    public override bool Equals(StreamSubscriptionHandle<T>? other) => other is not null && other.HandleId == HandleId;

    public override bool Equals(object? obj) => Equals(obj as StreamSubscriptionHandle<T>);

    public override int GetHashCode() => HandleId.GetHashCode();

    private void Use()
    {
        if (_isUsed || subscription.HasEnded)
        {
            throw new InvalidOperationException("Handle is no longer valid. It has been used to unsubscribe or resume.");
        }

        _isUsed = true;
    }
}
