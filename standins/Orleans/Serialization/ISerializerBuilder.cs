namespace Orleans.Serialization;

/// <summary>Configures the serializer; this build has none.</summary>
public interface ISerializerBuilder;
