using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace OrleansGameState.Bench.Micro;

/// <summary>The micro-benchmarks; in this process, since a project made by BenchmarkDotNet would know nothing of the stand-ins.</summary>
internal static class MicroCommand
{
    public static int Run(string[] args)
    {
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromTypes([typeof(KernelBenchmarks)]).Run(args is [] ? ["--filter", "*"] : args, config);
        return 0;
    }
}
