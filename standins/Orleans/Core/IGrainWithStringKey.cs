namespace Orleans;

/// <summary>A grain identified by text.</summary>
public interface IGrainWithStringKey : IGrain;
