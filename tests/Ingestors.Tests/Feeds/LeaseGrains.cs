using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using OrleansGameState.Grains.Feeds;
using OrleansGameState.Grains.Interfaces.Feeds;

namespace OrleansGameState.Ingestors.Tests.Feeds;

/// <summary>A lease's rules without a cluster: they answer at once, or, where a test says so, never.</summary>
internal sealed class LeaseGrains(TimeProvider time, TimeSpan duration)
{
    private FeedLeaseState? _state;

    public List<string> Claims { get; } = [];

    /// <summary>The grain as one process reaches it.</summary>
    public Way WayTo() => new(this);

    /// <summary>The silo was lost, and what its memory held with it.</summary>
    public void Lose() => _state = null;

    internal sealed class Way
    {
        private readonly LeaseGrains _lease;

        public Way(LeaseGrains lease)
        {
            _lease = lease;
            var grain = DispatchProxy.Create<IFeedLeaseGrain, Answering>();
            ((Answering)(object)grain).Answer = (method, arguments) => method.Name == nameof(IFeedLeaseGrain.Release) ? new ValueTask(Release(arguments)) : new ValueTask<FeedLease>(Claim(arguments));
            Factory = DispatchProxy.Create<IGrainFactory, Answering>();
            ((Answering)(object)Factory).Answer = (_, _) => grain;
        }

        public IGrainFactory Factory { get; }

        public bool IsCut { get; set; }

        private Task<FeedLease> Claim(object?[] arguments) => IsCut
            ? new TaskCompletionSource<FeedLease>().Task
            : Task.FromResult(_lease.Claim((string)arguments[0]!, (FeedLease?)arguments[1]));

        private Task Release(object?[] arguments)
        {
            _lease._state = FeedLeaseRules.Release(_lease._state, (string)arguments[0]!, _lease.Now);
            return Task.CompletedTask;
        }
    }

    private DateTimeOffset Now => time.GetUtcNow();

    private FeedLease Claim(string claimer, FeedLease? known)
    {
        Claims.Add(claimer);
        _state = FeedLeaseRules.Claim(_state, claimer, known, duration, Now);
        return new(_state.Holder!, _state.Since, _state.Until - Now);
    }

    [SuppressMessage("Performance", "CA1852", Justification = "Proxies derive from it.")]
    internal class Answering : DispatchProxy
    {
        public Func<MethodInfo, object?[], object> Answer { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Answer(targetMethod!, args!);
    }
}
