namespace Orleans.Standin;

internal sealed class DeliveryCall(Subscription subscription, Func<IConsumer, Task> deliver) : VoidCall(CallOptions.None)
{
    protected override string Method => "stream item";

    protected override ValueTask Invoke(object target) => new(subscription.DeliverToOwner(deliver));
}
