namespace Orleans.Configuration;

/// <summary>Of a store in memory; this build has nothing to set.</summary>
public class MemoryGrainStorageOptions;
