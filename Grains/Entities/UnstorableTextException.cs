namespace OrleansGameState.Grains.Entities;

/// <summary>
/// An entity was to be stored with text that the database's jsonb has no room for. Kernels refuse such text
/// (<see cref="JsonText.Refuse"/>), so this tells of one that does not look.
/// </summary>
/// <param name="system">The system's name.</param>
/// <param name="key">The entity's key.</param>
/// <param name="type">The stable name of what was to be stored: of the state's kind, or of the event.</param>
/// <param name="property">The property that has the text, with those that it is in, such as <c>map.regions.name</c>.</param>
public sealed class UnstorableTextException(string system, string key, string type, string property)
    : Exception($"{system} {key}: '{property}' of {type} has the character U+0000, which the database cannot hold; nothing of this entity was written.")
{
    public string System => system;

    public string Key => key;

    public string Type => type;

    public string Property => property;
}
