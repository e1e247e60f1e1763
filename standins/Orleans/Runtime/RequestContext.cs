using Orleans.Standin;

namespace Orleans.Runtime;

/// <summary>What flows with a chain of calls.</summary>
public static class RequestContext
{
    /// <summary>The chain within which a grain admits calls to itself; empty where there is none.</summary>
    public static Guid ReentrancyId
    {
        get => CallFlow.Current?.ReentrancyId ?? Guid.Empty;
        set => CallFlow.Current = new(value, (CallFlow.Current ?? CallFlow.Empty).Values);
    }

    /// <summary>The value of this name; null where there is none.</summary>
    public static object? Get(string key) => CallFlow.Current?.Values.GetValueOrDefault(key);

    /// <summary>Has a value go with the calls made from here on; it has to be one that could be sent.</summary>
    public static void Set(string key, object value)
    {
        var flow = CallFlow.Current ?? CallFlow.Empty;
        CallFlow.Current = new(flow.ReentrancyId, flow.Values.SetItem(key, value));
    }

    /// <summary>Takes a value away. Returns whether there was one.</summary>
    public static bool Remove(string key)
    {
        if (CallFlow.Current is not { } flow || !flow.Values.ContainsKey(key))
        {
            return false;
        }

        CallFlow.Current = new(flow.ReentrancyId, flow.Values.Remove(key));
        return true;
    }

    /// <summary>Takes everything away.</summary>
    public static void Clear() => CallFlow.Current = null;

    /// <summary>Until disposed, calls that come back to this grain through those it makes are not held up.</summary>
    public static ReentrancySection AllowCallChainReentrancy()
    {
        var original = ReentrancyId;
        return new(original, original == Guid.Empty ? Guid.NewGuid() : original);
    }

    /// <summary>Until disposed, calls that come back wait as usual.</summary>
    public static ReentrancySection SuppressCallChainReentrancy() => new(ReentrancyId, Guid.Empty);

    /// <summary>Ends what began it when disposed.</summary>
    public readonly struct ReentrancySection : IDisposable
    {
        private readonly Guid _original;
        private readonly Guid _current;

        /// <summary>Makes <paramref name="newReentrancyId"/> the current one.</summary>
        public ReentrancySection(Guid originalReentrancyId, Guid newReentrancyId)
        {
            _original = originalReentrancyId;
            _current = newReentrancyId;
            if (originalReentrancyId != newReentrancyId)
            {
                ReentrancyId = newReentrancyId;
            }

            if (newReentrancyId != Guid.Empty)
            {
                CallTarget.Current?.EnterReentrantSection(newReentrancyId);
            }
        }

        /// <inheritdoc />
        public void Dispose()
        {
            if (_current != Guid.Empty)
            {
                CallTarget.Current?.LeaveReentrantSection(_current);
            }

            if (_original != _current)
            {
                ReentrancyId = _original;
            }
        }
    }
}
