namespace Grpc.Core.Internal;

/// <summary>The part that every kind of call has in common.</summary>
internal readonly struct CallState
{
    private readonly Func<object, Task<Metadata>> _headers;
    private readonly Func<object, Status> _status;
    private readonly Func<object, Metadata> _trailers;
    private readonly Action<object> _dispose;
    private readonly object _state;

    internal CallState(
        Func<object, Task<Metadata>> headers,
        Func<object, Status> status,
        Func<object, Metadata> trailers,
        Action<object> dispose,
        object state)
    {
        _headers = headers;
        _status = status;
        _trailers = trailers;
        _dispose = dispose;
        _state = state;
    }

    internal CallState(Task<Metadata> headers, Func<Status> status, Func<Metadata> trailers, Action dispose)
        : this(_ => headers, _ => status(), _ => trailers(), _ => dispose(), headers)
    {
    }

    internal Task<Metadata> Headers() => _headers(_state);

    internal Status Status() => _status(_state);

    internal Metadata Trailers() => _trailers(_state);

    internal void Dispose() => _dispose(_state);
}
