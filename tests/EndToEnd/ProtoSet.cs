using System.Runtime.InteropServices;

namespace OrleansGameState.EndToEnd;

/// <summary>The gateway's protos, compiled into one descriptor set as any user of them would.</summary>
internal static class ProtoSet
{
    private static readonly Lazy<Task<string>> Compiled = new(Compile);

    /// <summary>The file that holds the set.</summary>
    public static Task<string> File => Compiled.Value;

    private static async Task<string> Compile()
    {
        var set = Path.Combine(AppContext.BaseDirectory, "protos.pb");
        var protos = Directory.EnumerateFiles(Places.Protos, "*.proto", SearchOption.AllDirectories);
        var platform = OperatingSystem.IsMacOS() ? "macosx_universal"
            : RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "linux_arm64"
            : "linux_x64";
        await using var protoc = ChildProcess.Start(
            Path.Combine(Places.GrpcTools, "tools", platform, "protoc"),
            [$"-I{Places.Protos}", $"-I{Path.Combine(Places.GrpcTools, "build", "native", "include")}", "--include_imports", $"--descriptor_set_out={set}", .. protos],
            AppContext.BaseDirectory);
        Assert.True(await protoc.Ended() == 0, protoc.Said);
        return set;
    }
}
