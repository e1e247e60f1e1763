namespace Orleans.Configuration;

/// <summary>A silo's own.</summary>
public class SiloOptions
{
    /// <summary>Its name; made up where none is given.</summary>
    public string SiloName { get; set; } = null!;
}
