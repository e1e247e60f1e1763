using OrleansGameState.Silo.Storage.Commits;

namespace OrleansGameState.Silo.Tests.Storage.Commits;

public sealed class RoomTests
{
    [Fact]
    public async Task Visitor_WhereThereIsNoRoom_WaitsUntilAnotherLeaves()
    {
        var room = new Room(2, 1000);
        await room.EnterAsync(10, CancellationToken.None);
        await room.EnterAsync(10, CancellationToken.None);

        var third = room.EnterAsync(10, CancellationToken.None).AsTask();
        Assert.False(third.IsCompleted);
        room.Leave(10);

        await third;
        Assert.Equal(2, room.Count);
    }

    [Fact]
    public async Task Visitors_AreLetInInTheOrderTheyCame()
    {
        var room = new Room(10, 100);
        await room.EnterAsync(60, CancellationToken.None);
        var large = room.EnterAsync(90, CancellationToken.None).AsTask();
        var small = room.EnterAsync(10, CancellationToken.None).AsTask();

        Assert.False(small.IsCompleted, "Who is small must not pass by: the large one would never get in.");
        room.Leave(60);

        await large;
        await small;
        Assert.Equal(1, room.Taken);
    }

    [Fact]
    public async Task Visitor_LargerThanTheWholeRoom_GoesAlone()
    {
        var room = new Room(10, 100);

        await room.EnterAsync(1000, CancellationToken.None);
        var next = room.EnterAsync(1, CancellationToken.None).AsTask();
        Assert.False(next.IsCompleted);
        room.Leave(1000);

        await next;
    }

    [Fact]
    public async Task Visitor_WhoGivesUp_TakesNoRoomAndHoldsUpNobody()
    {
        var room = new Room(10, 100);
        await room.EnterAsync(60, CancellationToken.None);
        using var patience = new CancellationTokenSource();
        var large = room.EnterAsync(90, patience.Token).AsTask();
        var small = room.EnterAsync(10, CancellationToken.None).AsTask();

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        await small;
        Assert.Equal(2, room.Count);
    }
}
