using Google.Protobuf.WellKnownTypes;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Rpc;

/// <summary>What requests of all services have, or the refusal of it.</summary>
internal static class RpcArguments
{
    public static long After(long after) => after is >= 0 and < long.MaxValue
        ? after
        : throw Refusals.Invalid("after", $"after is {after}; it is a number from 0.");

    public static int Limit(bool isGiven, int limit) => !isGiven ? EventPages.DefaultLimit
        : limit is >= 1 and <= EventPages.MaxLimit ? limit
        : throw Refusals.Invalid("limit", $"limit is {limit}; it is a number from 1 to {EventPages.MaxLimit}.");

    /// <summary>A position of a system's whole history; empty is its beginning.</summary>
    public static CommitPosition Position(string after) => SystemEventPages.TryPosition(after.Length > 0 ? after : null, out var position, out var problem)
        ? position
        : throw Refusals.Of(problem!);

    /// <summary>Null where there is none.</summary>
    public static DateTimeOffset? Instant(string field, Timestamp? timestamp)
    {
        try
        {
            return timestamp?.ToDateTimeOffset();
        }
        catch (InvalidOperationException)
        {
            throw Refusals.Invalid(field, $"{field} is no instant: seconds are from -62135596800 to 253402300799, nanos from 0 to 999999999.");
        }
    }

    public static (DateTimeOffset? From, DateTimeOffset? To) Bounds(Timestamp? from, Timestamp? to)
    {
        var (start, end) = (Instant("from", from), Instant("to", to));
        return EventPages.Refusal(start, end) is { } problem ? throw Refusals.Of(problem) : (start, end);
    }

    public static async Task<Snapshot<TState>> StateAt<TState>(IEntityGrain<TState> grain, Entity entity, string field, Timestamp timestamp)
        where TState : class
    {
        var at = Instant(PastPages.At, timestamp)!.Value;
        var past = await grain.ReadAt(at);
        return past.Snapshot ?? throw Refusals.Of(PastPages.Refusal(entity, field, at, past.Since, past.IsTruncated));
    }
}
