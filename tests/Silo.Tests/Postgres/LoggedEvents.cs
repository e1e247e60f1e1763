using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace OrleansGameState.Silo.Tests.Postgres;

/// <summary>Lets a test wait for what is logged.</summary>
internal sealed class LoggedEvents<T> : ILogger<T>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Channel<(int Id, string Message)> _events = Channel.CreateUnbounded<(int, string)>();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _events.Writer.TryWrite((eventId.Id, $"{formatter(state, exception)} {exception?.Message}"));

    /// <summary>Reads on until the event of this id; gives its message.</summary>
    public async Task<string> Next(int id)
    {
        var passed = new List<string>();
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            while (true)
            {
                var next = await _events.Reader.ReadAsync(deadline.Token);
                if (next.Id == id)
                {
                    return next.Message;
                }

                passed.Add($"{next.Id}: {next.Message}");
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"Event {id} was not logged; what was: {string.Join(Environment.NewLine, passed)}");
        }
    }

    /// <summary>The ids of what was logged and not read yet.</summary>
    public IReadOnlyList<int> Rest()
    {
        var ids = new List<int>();
        while (_events.Reader.TryRead(out var next))
        {
            ids.Add(next.Id);
        }

        return ids;
    }
}
