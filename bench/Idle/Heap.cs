using System.Diagnostics;

namespace OrleansGameState.Bench.Idle;

/// <summary>What memory is in use.</summary>
internal static class Heap
{
    public static double Of<T>(Func<T> make, out T made)
    {
        var before = Used();
        made = make();
        var used = Used() - before;
        GC.KeepAlive(made);
        return used;
    }

    public static long Used() => GC.GetTotalMemory(forceFullCollection: true);

    public static long Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
