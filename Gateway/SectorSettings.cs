namespace OrleansGameState.Gateway;

/// <summary>Settings under <c>Gateway:Sectors</c>.</summary>
internal sealed class SectorSettings
{
    /// <summary>What a universe's document may have at most; 1,024 to 1,073,741,824 bytes.</summary>
    public int ImportBytes { get; set; } = 64 * 1024 * 1024;
}
