using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Orleans.Utilities;

/// <summary>
/// Observers by identity, each until it has not been heard of for <see cref="ExpirationDuration"/> or a notification
/// throws. Used within one grain: not thread safe.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "The name is Orleans' own.")]
[SuppressMessage("Design", "CA1031", Justification = "Whatever an observer throws, it is dropped for it.")]
public class ObserverManager<TIdentity, TObserver> : IEnumerable<TObserver>
    where TIdentity : notnull
{
    private readonly ILogger _log;
    private Dictionary<TIdentity, Entry> _entries = [];
    private bool _isShared;

    /// <summary>The time is the system's until <see cref="GetDateTime"/> is set.</summary>
    public ObserverManager(TimeSpan expiration, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(log);
        _log = log;
        ExpirationDuration = expiration;
        GetDateTime = static () => TimeProvider.System.GetUtcNow().UtcDateTime;
    }

    /// <summary>The clock.</summary>
    public Func<DateTime> GetDateTime { get; set; }

    /// <summary>How long a subscription lasts after it was last made.</summary>
    public TimeSpan ExpirationDuration { get; set; }

    /// <summary>Subscriptions, those that have expired and were not dropped yet included.</summary>
    public int Count => _entries.Count;

    /// <summary>A copy of the subscriptions.</summary>
    public IReadOnlyDictionary<TIdentity, TObserver> Observers => _entries.ToDictionary(e => e.Key, e => e.Value.Observer);

    /// <summary>Drops all.</summary>
    public void Clear() => Writable().Clear();

    /// <summary>Adds or renews a subscription.</summary>
    public void Subscribe(TIdentity id, TObserver observer) => Writable()[id] = new(observer, GetDateTime());

    /// <summary>Drops a subscription; nothing happens where there is none.</summary>
    public void Unsubscribe(TIdentity id) => Writable().Remove(id);

    /// <summary>Tells each, one after another; those that fail or have expired are dropped.</summary>
    public async Task Notify(Func<TObserver, Task> notification, Func<TObserver, bool>? predicate = null)
    {
        ArgumentNullException.ThrowIfNull(notification);
        var now = GetDateTime();
        List<TIdentity>? defunct = null;
        foreach (var (id, entry) in Snapshot())
        {
            if (IsExpired(entry, now))
            {
                (defunct ??= []).Add(id);
            }
            else if (predicate is null || predicate(entry.Observer))
            {
                try
                {
                    await notification(entry.Observer);
                }
                catch (Exception exception)
                {
                    _log.ObserverDropped(exception, id);
                    (defunct ??= []).Add(id);
                }
            }
        }

        Drop(defunct);
    }

    /// <inheritdoc cref="Notify(Func{TObserver, Task}, Func{TObserver, bool}?)"/>
    public void Notify(Action<TObserver> notification, Func<TObserver, bool>? predicate = null)
    {
        ArgumentNullException.ThrowIfNull(notification);
        var now = GetDateTime();
        List<TIdentity>? defunct = null;
        foreach (var (id, entry) in Snapshot())
        {
            if (IsExpired(entry, now))
            {
                (defunct ??= []).Add(id);
            }
            else if (predicate is null || predicate(entry.Observer))
            {
                try
                {
                    notification(entry.Observer);
                }
                catch (Exception exception)
                {
                    _log.ObserverDropped(exception, id);
                    (defunct ??= []).Add(id);
                }
            }
        }

        Drop(defunct);
    }

    /// <summary>Drops those that have expired.</summary>
    public void ClearExpired()
    {
        var now = GetDateTime();
        Drop([.. _entries.Where(e => IsExpired(e.Value, now)).Select(e => e.Key)]);
    }

    /// <inheritdoc />
    public IEnumerator<TObserver> GetEnumerator() => Snapshot().Values.Select(e => e.Observer).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool IsExpired(Entry entry, DateTime now) => entry.LastSeen + ExpirationDuration < now;

    /// <summary>What is read stays as it is; the next change is made to a copy.</summary>
    private Dictionary<TIdentity, Entry> Snapshot()
    {
        _isShared = true;
        return _entries;
    }

    private Dictionary<TIdentity, Entry> Writable()
    {
        if (_isShared)
        {
            _entries = new(_entries);
            _isShared = false;
        }

        return _entries;
    }

    private void Drop(List<TIdentity>? ids)
    {
        if (ids is not { Count: > 0 })
        {
            return;
        }

        var entries = Writable();
        ids.ForEach(id => entries.Remove(id));
    }

    private sealed record Entry(TObserver Observer, DateTime LastSeen);
}
