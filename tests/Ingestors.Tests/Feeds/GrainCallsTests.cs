using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Testing;

namespace OrleansGameState.Ingestors.Tests.Feeds;

public sealed class GrainCallsTests
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);

    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task Call_ThatTimesOut_IsRepeatedUntilItAnswers()
    {
        var attempts = 0;

        var answer = await Run(() => ++attempts < 12 ? throw new TimeoutException() : ValueTask.FromResult("done"));

        Assert.Equal(("done", 12), (answer, attempts));
    }

    [Fact]
    public async Task Call_ThatIsBroken_IsGivenUp()
    {
        var attempts = 0;

        var answer = await Run(() =>
        {
            attempts++;
            throw new InvalidOperationException("a bug");
        });

        Assert.Null(answer);
        Assert.Equal(6, attempts);
    }

    public static TheoryData<Exception, bool> Failures => new()
    {
        { new StoreUnavailableException("away"), true },
        { new OrleansException("from the store", new StoreUnavailableException("away")), true },
        { new InvalidOperationException("reloads", new OrleansException("from the store", new StoreUnavailableException("away"))), true },
        { new OrleansException("rejected"), true },
        { new SiloUnavailableException("lost"), true },
        { new AnyOfOrleans(), true },
        { new OperationCanceledException("by a silo that ends"), true },
        { new OrleansException("from the store", new ArgumentException("a bug")), false },
        { new InvalidOperationException("reloads", new OrleansException("from the store", new ArgumentException("a bug"))), false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Call_IsRepeatedWithoutEnd_WhereTheStoreOrTheSiloIsAway(Exception failure, bool comesBack)
    {
        var attempts = 0;

        var answer = await Run(() => ++attempts < 20 ? throw failure : ValueTask.FromResult("done"));

        Assert.Equal(comesBack ? ("done", 20) : (null, 6), (answer, attempts));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Call_ThatIsNotAnsweredInTime_IsAskedAgain_AndWhicheverAnswersIsTaken(int answering)
    {
        var calls = new Calls();
        var running = Invoke(calls);
        await calls.Next();
        _time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Equal(1, calls.Made);

        _time.Advance(TimeSpan.FromSeconds(0.1));
        await calls.Next();
        calls[answering].SetResult("done");

        Assert.Equal("done", await running.WaitAsync(Safety));
        Assert.Equal(2, calls.Made);
    }

    [Fact]
    public async Task Call_ThatIsNeverAnswered_IsUnderWayTwiceAtMost_WhileTheOtherIsRepeated()
    {
        var calls = new Calls();
        var running = Invoke(calls);
        await calls.Next();
        _time.Advance(TimeSpan.FromSeconds(5));
        await calls.Next();
        for (var attempt = 1; attempt < 9; attempt++)
        {
            calls[attempt].SetException(new SiloUnavailableException("lost"));
            await _time.WhenTimersArePending(1).WaitAsync(Safety);
            _time.Advance(TimeSpan.FromSeconds(30));
            await calls.Next();
            Assert.Equal(attempt + 2, calls.Made);
        }

        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(10, calls.Made);
        calls[0].SetException(new TimeoutException());
        await _time.WhenTimersArePending(1).WaitAsync(Safety);
        calls[9].SetResult("done");
        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("done", await running.WaitAsync(Safety));
        Assert.Equal(10, calls.Made);
    }

    [Fact]
    public async Task Call_ThatFailsInTime_IsNotUnderWayTwice()
    {
        var calls = new Calls();
        var repeats = new Repeats();
        var running = new GrainCalls(_time, repeats).Invoke("key", calls.Make, default);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await calls.Next();
            Assert.Equal(attempt + 1, calls.Made);
            calls[attempt].SetException(new StoreUnavailableException("away"));

            // From here on the only timer is that of the next try.
            await repeats.Next();
            await _time.WhenTimersArePending(1).WaitAsync(Safety);
            _time.Advance(TimeSpan.FromSeconds(4.9));
        }

        await calls.Next();
        calls[5].SetResult("done");
        Assert.Equal("done", await running.WaitAsync(Safety));
    }

    [Fact]
    public void FirstAttempt_IsMadeAtOnce()
    {
        var called = false;

        _ = new GrainCalls(_time, NullLogger.Instance).Invoke("key", () =>
        {
            called = true;
            return new ValueTask<string>(new TaskCompletionSource<string>().Task);
        }, default);

        Assert.True(called);
    }

    private async Task<string?> Run(Func<ValueTask<string>> call)
    {
        var running = new GrainCalls(_time, NullLogger.Instance).Invoke("key", call, default);
        while (!running.IsCompleted)
        {
            await Task.WhenAny(running, _time.WhenTimersArePending(1)).WaitAsync(Safety);
            _time.Advance(TimeSpan.FromSeconds(10));
        }

        return await running;
    }

    private Task<string?> Invoke(Calls calls) => new GrainCalls(_time, NullLogger.Instance).Invoke("key", calls.Make, default);

    private sealed class AnyOfOrleans : OrleansException;

    /// <summary>Calls that a test answers.</summary>
    private sealed class Calls
    {
        private readonly List<TaskCompletionSource<string>> _calls = [];
        private readonly Channel<bool> _made = Channel.CreateUnbounded<bool>();

        public int Made => _calls.Count;

        public TaskCompletionSource<string> this[int index] => _calls[index];

        public ValueTask<string> Make()
        {
            var call = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            _calls.Add(call);
            _made.Writer.TryWrite(true);
            return new(call.Task);
        }

        public async Task Next() => await _made.Reader.ReadAsync().AsTask().WaitAsync(Safety);
    }

    /// <summary>Tells when a call has failed and is about to be repeated.</summary>
    private sealed class Repeats : ILogger
    {
        private readonly Channel<EventId> _told = Channel.CreateUnbounded<EventId>();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _told.Writer.TryWrite(eventId);

        public async Task Next() => Assert.Equal(1302, (await _told.Reader.ReadAsync().AsTask().WaitAsync(Safety)).Id);
    }
}
