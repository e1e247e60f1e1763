namespace Orleans;

/// <summary>Calls grains from outside of grains.</summary>
public interface IClusterClient : IGrainFactory
{
    /// <summary>The services of the host this client belongs to.</summary>
    IServiceProvider ServiceProvider { get; }
}
