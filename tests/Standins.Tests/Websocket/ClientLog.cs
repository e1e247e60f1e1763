using System.Threading.Channels;
using Websocket.Client;

namespace OrleansGameState.Standins.Tests.Websocket;

/// <summary>What a client's observables said, each to be awaited in turn.</summary>
internal sealed class ClientLog
{
    private readonly Channel<ResponseMessage> _messages = Channel.CreateUnbounded<ResponseMessage>();
    private readonly Channel<ReconnectionType> _connections = Channel.CreateUnbounded<ReconnectionType>();
    private readonly Channel<DisconnectionInfo> _disconnections = Channel.CreateUnbounded<DisconnectionInfo>();

    private readonly TaskCompletionSource _messagesEnded = new();
    private readonly TaskCompletionSource _connectionsEnded = new();
    private readonly TaskCompletionSource _disconnectionsEnded = new();

    public ClientLog(WebsocketClient client)
    {
        client.MessageReceived.Subscribe(message => _messages.Writer.TryWrite(message), _messagesEnded.SetResult);
        client.ReconnectionHappened.Subscribe(info => _connections.Writer.TryWrite(info.Type), _connectionsEnded.SetResult);
        client.DisconnectionHappened.Subscribe(info => _disconnections.Writer.TryWrite(info), _disconnectionsEnded.SetResult);
    }

    /// <summary>Completes when every observable has.</summary>
    public Task Completed => Task.WhenAll(_messagesEnded.Task, _connectionsEnded.Task, _disconnectionsEnded.Task).InTime();

    public bool HasDisconnection => _disconnections.Reader.TryPeek(out _);

    public Task<ResponseMessage> Message() => _messages.Reader.ReadAsync().AsTask().InTime();

    public Task<ReconnectionType> Connection() => _connections.Reader.ReadAsync().AsTask().InTime();

    public Task<DisconnectionInfo> Disconnection() => _disconnections.Reader.ReadAsync().AsTask().InTime();
}
