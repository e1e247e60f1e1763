using OrleansGameState.Silo.Storage.Commits;

namespace OrleansGameState.Silo.Tests.Storage.Commits;

public sealed class PendingCommitTests
{
    private readonly PendingCommit _commit = new(Writes.First("ps2/1"));

    [Fact]
    public void Write_GivenUpWhileItWaits_IsNeverSent()
    {
        Assert.True(_commit.Abandon());
        Assert.False(_commit.TrySend());
    }

    [Fact]
    public void Write_GivenUpWhileItIsSent_IsNotKnownToBeUndone()
    {
        Assert.True(_commit.TrySend());
        Assert.False(_commit.Abandon());
    }

    [Fact]
    public void Write_KnownNotToBeDone_MayBeSentAgainAndBeGivenUp()
    {
        Assert.True(_commit.TrySend());
        _commit.NotDone();

        Assert.True(_commit.TrySend());
        _commit.NotDone();
        Assert.True(_commit.Abandon());
    }

    [Fact]
    public void Write_OnceLostSightOf_StaysUncertainWhateverLaterAttemptsTell()
    {
        _commit.TrySend();
        _commit.LostSight();
        Assert.True(_commit.TrySend());
        _commit.NotDone();

        Assert.False(_commit.Abandon());
        Assert.False(_commit.TrySend());
    }
}
