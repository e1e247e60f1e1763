namespace Orleans;

/// <summary>Marks an interface whose implementations receive calls from grains.</summary>
public interface IGrainObserver : IAddressable;
