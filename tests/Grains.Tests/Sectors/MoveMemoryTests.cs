using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Tests.Sectors;

public sealed class MoveMemoryTests
{
    [Fact]
    public void Memory_HoldsTheLast64AndNoMore()
    {
        var memory = MoveMemory.Empty;
        for (var move = 1; move <= 200; move++)
        {
            memory = memory.With($"m{move}", move);

            var oldest = Math.Max(1, move - MoveMemory.Most + 1);
            Assert.Empty(memory.Candidates($"m{oldest - 1}"));
            Assert.Equal<long>([oldest], memory.Candidates($"m{oldest}"));
            Assert.Equal<long>([move], memory.Candidates($"m{move}"));
        }

        Assert.Equal(Enumerable.Range(137, 64).Select(move => (long)move), Enumerable.Range(1, 200).SelectMany(move => memory.Candidates($"m{move}")));
    }

    [Fact]
    public void Id_ThatIsTakenTwice_IsFoundTheNewestFirst() =>
        Assert.Equal<long>([9, 7], MoveMemory.Empty.With("a", 7).With("b", 8).With("a", 9).Candidates("a"));

    [Fact]
    public void Sequence_MayBeAsLargeAsFourBytes() =>
        Assert.Equal<long>([uint.MaxValue], MoveMemory.Empty.With("a", uint.MaxValue).Candidates("a"));

    [Fact]
    public void Record_StaysSmall()
    {
        var memory = Enumerable.Range(1, 64).Aggregate(MoveMemory.Empty, (known, move) => known.With($"{move}-{new string('x', 60)}", move));

        Assert.Equal(684, memory.Packed.Length);
    }
}
