namespace Orleans;

/// <summary>Marks an interface as a grain's.</summary>
public interface IGrain : IAddressable;
