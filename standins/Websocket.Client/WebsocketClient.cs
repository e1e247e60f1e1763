using System.Net.WebSockets;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Websocket.Client.Exceptions;

namespace Websocket.Client;

/// <inheritdoc cref="IWebsocketClient" />
public sealed partial class WebsocketClient : IWebsocketClient
{
    private readonly ILogger _logger;
    private readonly Func<ClientWebSocket> _clientFactory;
    private readonly Subject<ResponseMessage> _messages = new();
    private readonly Subject<ReconnectionInfo> _reconnections = new();
    private readonly Subject<DisconnectionInfo> _disconnections = new();

    // Held while sending and while reconnecting: a message goes to one connection or the next, never to half of one.
    private readonly SemaphoreSlim _turn = new(1, 1);

    private Uri _url;
    private volatile ClientWebSocket? _client;
    private volatile bool _disposing;
    private volatile bool _reconnecting;
    private volatile bool _stopping;
    private volatile bool _isStarted;
    private volatile bool _isRunning;
    private bool _isReconnectionEnabled = true;

    /// <exception cref="WebsocketBadInputException">There is no url.</exception>
    public WebsocketClient(Uri url, Func<ClientWebSocket>? clientFactory = null) : this(url, null, clientFactory)
    {
    }

    /// <exception cref="WebsocketBadInputException">There is no url.</exception>
    public WebsocketClient(Uri url, ILogger<WebsocketClient>? logger, Func<ClientWebSocket>? clientFactory = null)
    {
        _url = Required(url, nameof(url));
        _logger = logger ?? NullLogger<WebsocketClient>.Instance;
        _clientFactory = clientFactory ?? (() => new ClientWebSocket());
    }

    public Uri Url
    {
        get => _url;
        set => _url = Required(value, nameof(Url));
    }

    public string? Name { get; set; }

    public IObservable<ResponseMessage> MessageReceived => _messages.AsObservable();

    public IObservable<ReconnectionInfo> ReconnectionHappened => _reconnections.AsObservable();

    public IObservable<DisconnectionInfo> DisconnectionHappened => _disconnections.AsObservable();

    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    public TimeSpan? ReconnectTimeout { get; set; } = TimeSpan.FromMinutes(1);

    public TimeSpan? ErrorReconnectTimeout { get; set; } = TimeSpan.FromMinutes(1);

    public TimeSpan? LostReconnectTimeout { get; set; }

    public bool IsReconnectionEnabled
    {
        get => _isReconnectionEnabled;
        set
        {
            _isReconnectionEnabled = value;
            if (value && IsStarted)
            {
                WatchSilence();
            }
            else if (!value)
            {
                StopWatchingSilence();
            }
        }
    }

    public bool IsStarted => _isStarted;

    public bool IsRunning => _isRunning;

    public bool IsTextMessageConversionEnabled { get; set; } = true;

    public Encoding? MessageEncoding { get; set; }

    public Task Start() => Start(failFast: false);

    public Task StartOrFail() => Start(failFast: true);

    public Task<bool> Stop(WebSocketCloseStatus status, string statusDescription) =>
        StopByUser(status, statusDescription, failFast: false);

    public Task<bool> StopOrFail(WebSocketCloseStatus status, string statusDescription) =>
        StopByUser(status, statusDescription, failFast: true);

    public void Dispose()
    {
        if (_disposing)
        {
            return;
        }

        _disposing = true;
        _outbox.Writer.TryComplete();
        StopWatchingSilence();
        _retry?.Dispose();
        _connection?.Cancel();
        _client?.Abort();
        _client?.Dispose();
        _messages.OnCompleted();
        _reconnections.OnCompleted();
        if (IsRunning)
        {
            _disconnections.OnNext(DisconnectionInfo.Create(DisconnectionType.Exit, _client, null));
        }

        _isRunning = false;
        _isStarted = false;
        _disconnections.OnCompleted();
    }

    private async Task Start(bool failFast)
    {
        if (_disposing)
        {
            throw new WebsocketException($"Client {Name} is already disposed, starting not possible");
        }

        if (IsStarted)
        {
            return;
        }

        _isStarted = true;
        await Connect(ReconnectionType.Initial, failFast);
        StartSender();
    }

    private async Task<bool> StopByUser(WebSocketCloseStatus status, string statusDescription, bool failFast)
    {
        var stopped = await Close(
            client => client.CloseAsync(status, statusDescription, CancellationToken.None), failFast, staysStarted: false);
        _disconnections.OnNext(DisconnectionInfo.Create(DisconnectionType.ByUser, _client, null));
        return stopped;
    }

    private async Task<bool> Close(Func<ClientWebSocket, Task> close, bool failFast, bool staysStarted)
    {
        if (_disposing)
        {
            throw new WebsocketException($"Client {Name} is already disposed, stopping not possible");
        }

        StopWatchingSilence();
        if (_client is not { } client || !IsRunning)
        {
            _isStarted = false;
            _isRunning = false;
            return false;
        }

        try
        {
            _stopping = true;
            await close(client);
            return true;
        }
        catch (Exception exception)
        {
            Log.StopFailed(_logger, exception, Name);
            return failFast
                ? throw new WebsocketException($"Failed to stop Websocket client {Name}, error: '{exception.Message}'", exception)
                : false;
        }
        finally
        {
            _isRunning = false;
            _stopping = false;
            _isStarted = staysStarted && IsStarted;
        }
    }

    private static T Required<T>(T? input, string name) where T : class =>
        input is null or "" ? throw new WebsocketBadInputException($"Input parameter '{name}' is null or empty. Please correct it.") : input;
}
