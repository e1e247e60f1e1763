using System.Globalization;
using System.Text.Json;
using OrleansGameState.Grains.Entities;

namespace OrleansGameState.Silo.Storage.Verify;

/// <summary>
/// Folds one entity's history as its rows come, and holds it against its checkpoints and its row. Where the history
/// cannot be followed, it says so once and goes on from the next checkpoint.
/// </summary>
internal sealed class EntityCheck(StoredTypes types, StoredKind kind, string key, Action<string> report)
{
    private object? _state = kind.Initial(key);
    private long _sequence;
    private DateTimeOffset _at = DateTimeOffset.UnixEpoch;
    private long _commit;
    private long? _version;
    private bool _hasEvents;

    // Where the history begins: with the first event, or with a checkpoint whose time this is.
    private DateTimeOffset? _begunAt;

    public void Add(StoredRow row)
    {
        switch (row.Part)
        {
            case StoredPart.Event:
                AddEvent(row);
                break;
            case StoredPart.Checkpoint:
                AddCheckpoint(row);
                break;
            default:
                AddEntity(row);
                break;
        }
    }

    /// <summary>Ends it, once there are no more rows.</summary>
    public void End()
    {
        if (_version is null)
        {
            Report("it has a history, but no row in entity");
        }
    }

    private void AddEvent(StoredRow row)
    {
        if (_hasEvents && row.Sequence == _sequence)
        {
            Report($"event {row.Sequence} is there twice");
            return;
        }

        if (_version is { } version)
        {
            Report($"event {row.Sequence} is there, but the row's version is {version}");
        }

        var follows = row.Sequence == _sequence + 1;
        if (!follows)
        {
            ReportHole(row.Sequence);
            _state = null;
        }

        if (follows && row.At < _at)
        {
            Report($"event {row.Sequence} has a time, {Text(row.At)}, before that of the one before it, {Text(_at)}");
        }

        if (follows && row.Commit < _commit)
        {
            Report($"event {row.Sequence} has a commit, {row.Commit}, before that of the one before it, {_commit}");
        }

        (_sequence, _at, _commit, _hasEvents) = (row.Sequence, row.At, row.Commit, true);
        Apply(row);
    }

    private void Apply(StoredRow row)
    {
        if (_state is null)
        {
            return;
        }

        try
        {
            _state = kind.Apply(_state, types.Decode(kind.System, row.Type, row.Json));
        }
        catch (JsonException unreadable)
        {
            Report($"event {row.Sequence} cannot be read: {unreadable.Message}");
            _state = null;
        }
    }

    private void AddCheckpoint(StoredRow row)
    {
        if (_state is not null && row.Sequence == _sequence)
        {
            Compare(row, $"checkpoint {row.Sequence}", "the checkpoint");
            return;
        }

        // Several before the first event: all but the last are left from a history that was dropped.
        if (_hasEvents && row.Sequence != _sequence)
        {
            ReportHole(row.Sequence + 1);
        }

        _begunAt = _hasEvents ? _begunAt : row.At;
        (_state, _sequence, _at) = (Decode(row, $"checkpoint {row.Sequence}"), row.Sequence, row.At);
    }

    private void AddEntity(StoredRow row)
    {
        _version = row.Sequence;
        if (_begunAt is { } begun && !(begun < row.DroppedUntil))
        {
            Report("its first events are missing, although no events of that time were dropped");
        }

        if (row.CommitId is null || row.CommitId == Guid.Empty)
        {
            Report("its row carries no commit id");
        }

        if (row.Sequence != _sequence)
        {
            Report($"the row's version is {row.Sequence}, but the history ends with {_sequence}");
            return;
        }

        if (_sequence > 0 && row.At != _at)
        {
            Report($"the row's time is {Text(row.At)}, but that of event {_sequence} is {Text(_at)}");
        }

        Compare(row, "state", "the row");
    }

    private void Compare(StoredRow row, string what, string holder)
    {
        if (row.Type != kind.Name)
        {
            Report($"{what}: its type is '{row.Type}', but by its key it is a {kind.Name}");
            return;
        }

        // Through the types on both sides: a row of an earlier version may lack what is new, or be written otherwise.
        if (_state is not null && Decode(row, what) is { } stored
            && StateDifference.First(kind.Encode(_state), kind.Encode(stored)) is { } difference)
        {
            Report($"{what} differs at {difference.Path}: the history gives {difference.Expected}, {holder} has {difference.Actual}");
        }
    }

    private object? Decode(StoredRow row, string what)
    {
        try
        {
            return kind.Decode(row.Json);
        }
        catch (JsonException unreadable)
        {
            Report($"{what} cannot be read: {unreadable.Message}");
            return null;
        }
    }

    private void ReportHole(long next) => Report(next == _sequence + 2
        ? $"event {_sequence + 1} is missing"
        : $"events {_sequence + 1} to {next - 1} are missing");

    private void Report(string text) => report($"{kind.System} {key}: {text}");

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);
}
