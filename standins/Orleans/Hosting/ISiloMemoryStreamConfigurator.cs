namespace Orleans.Hosting;

/// <summary>Configures a silo's memory streams; this build has nothing to set.</summary>
public interface ISiloMemoryStreamConfigurator;
