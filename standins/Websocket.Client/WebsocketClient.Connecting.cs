using System.Net.WebSockets;
using Websocket.Client.Exceptions;

namespace Websocket.Client;

/// <summary>Making a connection, and the next one.</summary>
public sealed partial class WebsocketClient
{
    private static readonly TimeSpan SilenceCheck = TimeSpan.FromSeconds(1);

    private readonly Lock _timers = new();

    // Cancelled when its connection is given up.
    private CancellationTokenSource? _connection;
    private Timer? _silence;
    private Timer? _retry;
    private long _lastReceived;

    public Task Reconnect() => ReconnectByUser(failFast: false);

    public Task ReconnectOrFail() => ReconnectByUser(failFast: true);

    private async Task ReconnectByUser(bool failFast)
    {
        if (IsStarted)
        {
            await Reconnect(ReconnectionType.ByUser, failFast, null);
        }
    }

    private async Task Reconnect(ReconnectionType type, bool failFast, Exception? cause)
    {
        await _turn.WaitAsync();
        try
        {
            _isRunning = false;
            if (_disposing || !IsStarted)
            {
                return;
            }

            _reconnecting = true;
            var goOn = AnnounceEnd(type, cause) && IsReconnectionEnabled;
            _connection?.Cancel();
            _client?.Abort();
            _client?.Dispose();
            if (goOn || type == ReconnectionType.Error)
            {
                await Connect(type, failFast);
            }
            else
            {
                _isStarted = false;
            }
        }
        finally
        {
            _reconnecting = false;
            _turn.Release();
        }
    }

    /// <returns>Whether its observers let the client reconnect.</returns>
    private bool AnnounceEnd(ReconnectionType type, Exception? cause)
    {
        // A failed attempt, and a close by the server, were announced when they happened.
        var announced = type == ReconnectionType.Error
            || _client?.State is WebSocketState.CloseReceived or WebSocketState.Closed;
        var info = DisconnectionInfo.Create((DisconnectionType)type, _client, cause);
        if (!announced)
        {
            _disconnections.OnNext(info);
        }

        return !info.CancelReconnection;
    }

    private async Task Connect(ReconnectionType type, bool failFast)
    {
        StopWatchingSilence();
        _connection = new CancellationTokenSource();
        try
        {
            _client = await Open(_connection.Token);
            _ = Listen(_client, _connection.Token);
            _isRunning = true;
            _isStarted = true;
            Log.Connected(_logger, Name, Url, type);
            _reconnections.OnNext(ReconnectionInfo.Create(type));
            NoteReceived();
            WatchSilence();
        }
        catch (Exception exception)
        {
            ConnectFailed(exception, failFast);
        }
    }

    private async Task<ClientWebSocket> Open(CancellationToken cancellationToken)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        inTime.CancelAfter(ConnectTimeout);
        var client = _clientFactory();
        try
        {
            await client.ConnectAsync(Url, inTime.Token);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private void ConnectFailed(Exception exception, bool failFast)
    {
        _isRunning = _client?.State == WebSocketState.Open;
        var info = DisconnectionInfo.Create(DisconnectionType.Error, _client, exception);
        _disconnections.OnNext(info);
        if (info.CancelReconnection)
        {
            Log.ConnectFailed(_logger, exception, Name, null);
            return;
        }

        if (failFast)
        {
            throw new WebsocketException($"Failed to start Websocket client {Name}, error: '{exception.Message}'", exception);
        }

        Log.ConnectFailed(_logger, exception, Name, ErrorReconnectTimeout);
        if (ErrorReconnectTimeout is { } delay)
        {
            _retry?.Dispose();
            _retry = new Timer(_ => Retry(exception), null, delay, Timeout.InfiniteTimeSpan);
        }
    }

    private void Retry(Exception cause)
    {
        if (!_disposing && !_reconnecting && !_stopping)
        {
            _ = Reconnect(ReconnectionType.Error, failFast: false, cause);
        }
    }

    private void NoteReceived() => Volatile.Write(ref _lastReceived, TimeProvider.System.GetTimestamp());

    private void WatchSilence()
    {
        lock (_timers)
        {
            _silence?.Dispose();
            _silence = _disposing ? null : new Timer(_ => CheckSilence(), null, SilenceCheck, SilenceCheck);
        }
    }

    private void StopWatchingSilence()
    {
        lock (_timers)
        {
            _silence?.Dispose();
            _silence = null;
        }
    }

    private void CheckSilence()
    {
        if (!IsReconnectionEnabled || ReconnectTimeout is not { } timeout)
        {
            StopWatchingSilence();
            return;
        }

        if (TimeProvider.System.GetElapsedTime(Volatile.Read(ref _lastReceived)) > timeout.Duration())
        {
            Log.Silent(_logger, Name, timeout);
            StopWatchingSilence();
            _ = Reconnect(ReconnectionType.NoMessageReceived, failFast: false, null);
        }
    }
}
