namespace Orleans.Hosting;

/// <summary>Configures a client's memory streams; this build has nothing to set.</summary>
public interface IClusterClientMemoryStreamConfigurator;
