using System.Text;
using OrleansGameState.Grains.Entities;

namespace OrleansGameState.Grains.Tests.Golden;

/// <summary>One row's JSON as the database once gave it back.</summary>
/// <param name="System">The folder: the system's name.</param>
/// <param name="IsState">True for a state, false for an event.</param>
/// <param name="Name">The stable name of the kind or of the event.</param>
/// <param name="Form">Counts the forms in which it was written; see the README beside the files.</param>
/// <param name="Path">The file.</param>
internal sealed record GoldenFile(string System, bool IsState, string Name, int Form, string Path)
{
    private static readonly string Folder = global::System.IO.Path.Combine(AppContext.BaseDirectory, "Golden");

    /// <summary>All files of a system.</summary>
    public static IReadOnlyList<GoldenFile> Of(string system) =>
    [
        .. Directory.GetFiles(global::System.IO.Path.Combine(Folder, system, "states")).Select(path => Read(system, true, path)),
        .. Directory.GetFiles(global::System.IO.Path.Combine(Folder, system, "events")).Select(path => Read(system, false, path)),
    ];

    /// <summary>What a file is called, such as <c>zone.1</c>.</summary>
    public string Label => global::System.IO.Path.GetFileNameWithoutExtension(Path);

    public byte[] Json() => Encoding.UTF8.GetBytes(Text());

    public string Text() => File.ReadAllText(Path).TrimEnd('\n');

    /// <summary>What this version makes of the row.</summary>
    public object Decode(StoredTypes types, ReadOnlySpan<byte> json) => IsState ? Kind(types).Decode(json) : types.Decode(System, Name, json);

    public byte[] Encode(StoredTypes types, object value) =>
        value is Interfaces.Entities.EntityEvent @event ? types.Encode(@event).Json : Kind(types).Encode(value);

    private StoredKind Kind(StoredTypes types) => types.Kinds.Single(kind => kind.System == System && kind.Name == Name);

    private static GoldenFile Read(string system, bool isState, string path) =>
        global::System.IO.Path.GetFileName(path).Split('.') is [var name, var form, "json"]
            ? new(system, isState, name, int.Parse(form, null), path)
            : throw new InvalidOperationException($"{path} is not called {{name}}.{{form}}.json.");
}
