using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace OrleansGameState.Standins.Tests.Orleans.Observers;

public sealed class TellingGrain : Grain, ITellingGrain
{
    private readonly ObserverManager<ITold> _subscribers;
    private DateTime _now = DateTime.UnixEpoch;

    public TellingGrain(ILogger<TellingGrain> logger) =>
        _subscribers = new(TimeSpan.FromMinutes(1), logger) { GetDateTime = () => _now };

    public Task Tell(ITold told, int from, int count)
    {
        for (var i = 0; i < count; i++)
        {
            told.Tell(from + i);
        }

        return Task.CompletedTask;
    }

    public Task TellAndWait(ITold told, int number) => told.TellAndWait(number);

    public Task<int> Subscribe(ITold told)
    {
        _subscribers.Subscribe(told, told);
        return Task.FromResult(_subscribers.Count);
    }

    public Task<int> Unsubscribe(ITold told)
    {
        _subscribers.Unsubscribe(told);
        return Task.FromResult(_subscribers.Count);
    }

    public Task<int> NotifyAll(int number)
    {
        _subscribers.Notify(told => told.Tell(number));
        return Task.FromResult(_subscribers.Count);
    }

    public async Task<int> NotifyAllAndWait(int number)
    {
        await _subscribers.Notify(told => told.TellAndWait(number));
        return _subscribers.Count;
    }

    public Task Advance(TimeSpan time)
    {
        _now += time;
        return Task.CompletedTask;
    }
}
